// What is known of a term beside it, on hover, focus or click; without this script its link leads there.
(() => {
  const card = document.createElement("aside");
  card.id = "card";
  card.className = "entry";
  card.hidden = true;
  card.setAttribute("role", "status");
  document.body.append(card);
  const show = (term) => {
    const entry = document.querySelector(term.getAttribute("href"));
    card.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    card.hidden = false;
    const place = term.getBoundingClientRect();
    const left = Math.min(place.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    const below = place.bottom + card.offsetHeight + 8 < window.innerHeight || place.top < card.offsetHeight;
    card.style.left = `${Math.max(8, left) + window.scrollX}px`;
    card.style.top = `${(below ? place.bottom + 6 : place.top - card.offsetHeight - 6) + window.scrollY}px`;
  };
  const hide = () => { card.hidden = true; };
  let pinned = false;
  document.querySelectorAll("a.term").forEach((term) => {
    term.addEventListener("mouseenter", () => { if (!pinned) show(term); });
    term.addEventListener("mouseleave", () => { if (!pinned) hide(); });
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", () => { if (!pinned) hide(); });
    term.addEventListener("click", (event) => { event.preventDefault(); pinned = true; show(term); });
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("a.term, #card")) { pinned = false; hide(); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { pinned = false; hide(); } });
})();
