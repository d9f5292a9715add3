// The page is whole without this: it only helps to find and to order.
(() => {
  "use strict";
  const tools = document.querySelector(".tools");
  const body = document.querySelector("#table tbody");
  const rows = Array.from(body.rows);
  const entries = new Map(Array.from(document.querySelectorAll("article.term"), (one) => [one.id.slice(1), one]));
  const find = document.getElementById("find");
  const order = document.getElementById("order");
  const found = document.getElementById("found");

  const english = (row) => (row.querySelector(".english [lang]") || { textContent: "\uffff" }).textContent.toLowerCase();
  const byRank = (a, b) => a.dataset.rank - b.dataset.rank;
  const orders = {
    rank: byRank,
    count: (a, b) => b.dataset.count - a.dataset.count || byRank(a, b),
    documents: (a, b) => b.dataset.documents - a.dataset.documents || byRank(a, b),
    english: (a, b) => english(a).localeCompare(english(b), "en") || byRank(a, b),
  };

  const words = (row) => {
    const header = entries.get(row.dataset.rank).querySelector("header");
    return (header.textContent + row.textContent).toLowerCase();
  };

  const filter = () => {
    const asked = find.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      const fits = words(row).includes(asked);
      row.hidden = !fits;
      entries.get(row.dataset.rank).hidden = !fits;
      shown += fits;
    }
    found.textContent = asked ? `${shown} of ${rows.length}` : "";
  };

  find.addEventListener("input", filter);
  order.addEventListener("change", () => body.append(...rows.slice().sort(orders[order.value])));
  document.querySelector(".tools").addEventListener("submit", (event) => event.preventDefault());
  tools.hidden = false;
})();
