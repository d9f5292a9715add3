// Answers while somebody types. Without this script the form is sent as it is, and the page answers.

const PAUSE_MILLISECONDS = 120;
const MOST_SUGGESTIONS = 8;
const DISCOURAGED = new Set(["deprecated", "forbidden"]);

const form = document.querySelector("form.search");
const box = form.querySelector("input");
const list = document.getElementById("suggestions");
const told = document.getElementById("suggested");

let waiting = 0;
let newest = 0;
let asking = null;
let active = -1;

box.setAttribute("role", "combobox");
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", list.id);
close();

function close() {
  list.hidden = true;
  list.replaceChildren();
  told.textContent = "";
  mark(-1);
  box.setAttribute("aria-expanded", "false");
}

function forget() {
  // Whatever is under way is about something that is not wanted any more.
  clearTimeout(waiting);
  newest += 1;
  asking?.abort();
  close();
}

async function ask(query) {
  const mine = ++newest;
  asking?.abort();
  asking = new AbortController();
  const parameters = new URLSearchParams({ q: query, limit: MOST_SUGGESTIONS, typing: "1" });
  let hits = [];
  try {
    const response = await fetch(`/api/v1/lookup?${parameters}`, { signal: asking.signal });
    if (response.ok) hits = (await response.json()).hits;
  } catch {
    hits = []; // overtaken, or the server is away: the form says so when it is sent
  }
  if (mine === newest) show(hits);
}

function show(hits) {
  close();
  if (!hits.length) return;
  list.replaceChildren(...hits.map(makeOption));
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  told.textContent = `${hits.length} ${hits.length === 1 ? "term" : "terms"}; arrow keys choose`;
}

function makeOption(hit, number) {
  const option = document.createElement("li");
  option.id = `suggestion-${number}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.term = hit.term;
  const usable = hit.renderings.find((one) => !DISCOURAGED.has(one.status));
  option.append(
    makeText("zh", hit.term, "zh"),
    makeText("reading", hit.reading, "zh-Latn-pinyin"),
    makeText("scope", hit.scope, ""),
    makeText("en", usable ? usable.text : "", usable ? usable.language : ""),
  );
  return option;
}

function makeText(kind, text, language) {
  const part = document.createElement("span");
  part.className = kind;
  part.lang = language;
  part.textContent = text;
  part.hidden = !text;
  return part;
}

function mark(number) {
  active = number;
  [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
  if (number < 0) {
    box.removeAttribute("aria-activedescendant");
    return;
  }
  box.setAttribute("aria-activedescendant", list.children[number].id);
  list.children[number].scrollIntoView({ block: "nearest" });
}

function choose(option) {
  box.value = option.dataset.term;
  forget();
  form.requestSubmit();
}

function onInput(event) {
  clearTimeout(waiting);
  if (event.isComposing) return; // an input method is still making characters of the letters
  const query = box.value.trim();
  if (query) waiting = setTimeout(ask, PAUSE_MILLISECONDS, query);
  else forget();
}

function onKey(event) {
  if (event.isComposing || list.hidden) return;
  const count = list.children.length;
  if (event.key === "ArrowDown") mark(active + 1 < count ? active + 1 : -1);
  else if (event.key === "ArrowUp") mark(active < 0 ? count - 1 : active - 1);
  else if (event.key === "Enter" && active >= 0) choose(list.children[active]);
  else if (event.key === "Escape") forget();
  else return;
  event.preventDefault();
}

box.addEventListener("input", onInput);
box.addEventListener("compositionend", onInput);
box.addEventListener("keydown", onKey);
box.addEventListener("blur", forget);
form.addEventListener("submit", forget);
list.addEventListener("mousedown", (event) => {
  event.preventDefault(); // the box keeps the focus, else the list would close before the click
  const option = event.target.closest("[role=option]");
  if (option) choose(option);
});
