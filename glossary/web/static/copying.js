// Buttons that copy a rendering, alone or with its source. Without this script they stay hidden.

const TOLD_MILLISECONDS = 2000;

function copyByHand(text) {
  // Over plain HTTP from another machine a browser offers no clipboard; a selected text can still be copied.
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "quiet";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

async function onClick(button) {
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  const done = await copy(button.dataset.copied);
  button.focus();
  button.textContent = done ? "copied" : "not copied";
  setTimeout(() => { button.textContent = label; }, TOLD_MILLISECONDS);
}

for (const group of document.querySelectorAll(".copying")) {
  group.hidden = false;
  group.setAttribute("aria-live", "polite");
  group.addEventListener("click", (event) => {
    if (event.target.dataset.copied) onClick(event.target);
  });
}
