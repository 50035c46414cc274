// What work pages ask of the browser itself: the address, the clipboard, and what is half typed.

/** Shows the state of the view in the address without asking the server for the page; links to this page follow. */
export const showAddress = address => {
  history.replaceState(history.state, "", address);
  for (const skip of document.querySelectorAll("a.skip")) skip.href = `${address}#main`;
  for (const other of document.querySelectorAll("a.language")) {
    const link = new URL(address, document.baseURI);
    if (other.hreflang === "en") link.searchParams.set("lang", "en");
    else link.searchParams.delete("lang");
    other.href = link.href;
  }
};

/** Puts a text into the clipboard; false where the browser does not let a page do so. */
export const copy = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Selects the whole text of an element, so that the person can copy it himself. */
export const selectText = element => getSelection().selectAllChildren(element);

/** Drafts: sealed by the server, on this device only. A browser that keeps nothing loses the comfort, no more. */
export const keep = (key, text) => {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full, or forbidden.
  }
};

/** What is kept under a key, after a blank, as a stream: it may be longer than a message of the circuit. */
export const kept = key => {
  let text = "";
  try {
    text = localStorage.getItem(key) ?? "";
  } catch {
    // Forbidden.
  }
  return new TextEncoder().encode(" " + text);
};

export const drop = key => {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden.
  }
};

/** Puts the focus on an element, after what is being drawn. */
export const focusOn = id => requestAnimationFrame(() => document.getElementById(id)?.focus());

// Lists whose order people choose: a row lets something be dropped on it, and Firefox drags only what carries something.
document.addEventListener("dragstart", event => {
  if (event.target.closest?.("[data-grip]")) event.dataTransfer.setData("text/plain", "");
});
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, event => {
    if (event.target.closest?.("[data-drop]")) event.preventDefault();
  });
}
