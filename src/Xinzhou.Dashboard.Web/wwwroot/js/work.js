// What work pages ask of the browser itself: the address, the clipboard, what is half typed, and that a press counts.

// A button that is pressed leaves the field before it, and what the server draws then (an error that is gone) may move the button from
// under the pointer before it is let go: the browser makes no click of that. Where the pointer has not moved, the press counts.
let press = null;
addEventListener("pointerdown", e => {
  const button = e.button === 0 ? e.target.closest?.("button") : null;
  press = button && { button, x: e.clientX, y: e.clientY, top: button.getBoundingClientRect().top };
}, { capture: true });
addEventListener("pointercancel", () => { press = null; }, { capture: true });
addEventListener("pointerup", e => {
  const { button, x, y, top } = press ?? {};
  press = null;
  if (!button?.isConnected || button.contains(e.target) || button.closest("[inert]") || Math.hypot(e.clientX - x, e.clientY - y) >= 5) return;
  // Not where something has opened over it.
  if (button.getBoundingClientRect().top !== top) button.click();
}, { capture: true });

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

/**
 * Lets the rows of a list (data-key, data-place) be put in order: by their handle with mouse, finger or pen, and by keys.
 * The circuit draws the rows, now and then only some of them; it is told the key of the row and where it is to stand.
 */
export const orderRows = (list, circuit) => {
  const rowOf = node => node.closest("[data-place]");
  const keyOf = row => row.dataset.key;
  const rows = () => [...list.querySelectorAll("[data-place]")];
  // One after the other: a key held down is a row of moves, each from where the last one left the row. The focus follows the row (or goes
  // to the one that came in its place), but is not taken from who has gone on meanwhile.
  let told = Promise.resolve();
  const tell = (column, what, ...about) => {
    const from = document.activeElement;
    told = told.then(() => circuit.invokeMethodAsync(what, ...about)).then(place => {
      if (place && [from, document.body].includes(document.activeElement)) goToRow(list, place, column);
    }).catch(() => {});
  };

  list.addEventListener("click", e => {
    const button = e.target.closest("[data-move], [data-remove]");
    if (!button) return;
    if (button.dataset.move) tell("handle", "MoveByAsync", keyOf(rowOf(button)), Number(button.dataset.move));
    else tell("handle", "RemoveAsync", keyOf(rowOf(button)));
  });

  list.addEventListener("keydown", e => {
    const row = rowOf(e.target);
    const column = e.target.dataset?.col;
    if (!row || !column || e.target.tagName === "SELECT" || e.ctrlKey || e.metaKey || e.shiftKey) return;
    const by = { ArrowUp: -1, ArrowDown: 1 }[e.key];
    const far = { Home: -1e6, End: 1e6 }[e.key];
    if (by && !e.altKey) goToRow(list, Number(row.dataset.place) + by, column);
    else if ((by || far) && e.altKey) {
      // What is half typed goes along; a browser need not take it for a change once the row has left the page for a moment.
      if (e.target.matches("input:not([type=checkbox])")) e.target.dispatchEvent(new Event("change", { bubbles: true }));
      tell(column, "MoveByAsync", keyOf(row), by ?? far);
    }
    else if (far && column === "handle") goToRow(list, far < 0 ? 1 : Number(list.querySelector("table").getAttribute("aria-rowcount")) - 1, column);
    else if (e.key === "Delete" && column === "handle") tell("handle", "RemoveAsync", keyOf(row));
    else return;
    e.preventDefault();
  });

  list.addEventListener("pointerdown", e => {
    const handle = e.target.closest("[data-handle]");
    if (!handle || e.button !== 0) return;
    e.preventDefault();
    handle.focus({ preventScroll: true });
    const key = keyOf(rowOf(handle));
    const from = Number(rowOf(handle).dataset.place);
    const line = document.createElement("div");
    line.className = "drop-line";
    let [to, y, moved, frame] = [from, e.clientY, false, 0];
    const start = e.clientY;

    // The line stands where the row would come to lie; near the edge the list goes on.
    const show = () => {
      const drawn = rows();
      const before = drawn.find(row => { const r = row.getBoundingClientRect(); return y < r.top + r.height / 2; });
      const last = drawn.at(-1);
      const edge = before ? before.getBoundingClientRect().top : last.getBoundingClientRect().bottom;
      to = before ? Number(before.dataset.place) : Number(last.dataset.place) + 1;
      const box = list.getBoundingClientRect();
      Object.assign(line.style, { left: `${box.left}px`, width: `${box.width}px`, top: `${Math.min(Math.max(edge, box.top), box.bottom) - 1}px` });
      for (const row of drawn) row.classList.toggle("dragged", keyOf(row) === key);
    };
    const roll = () => {
      const scrolls = list.scrollHeight > list.clientHeight + 1 && getComputedStyle(list).overflowY !== "visible";
      const box = scrolls ? list.getBoundingClientRect() : { top: 0, bottom: innerHeight };
      const by = y < box.top + 60 ? -10 : y > box.bottom - 40 ? 10 : 0;
      if (by && moved) {
        (scrolls ? list : window).scrollBy(0, by);
        show();
      }
      frame = requestAnimationFrame(roll);
    };
    const move = e => {
      y = e.clientY;
      if (!moved && Math.abs(y - start) < 4) return;
      if (!moved) document.body.append(line);
      moved = true;
      show();
    };
    const end = e => {
      cancelAnimationFrame(frame);
      line.remove();
      for (const row of rows()) row.classList.remove("dragged");
      stop.abort();
      if (!moved || e.type !== "pointerup") return;
      const place = to > from ? to - 1 : to;
      if (place !== from) tell("handle", "MoveToAsync", key, place);
    };
    const stop = new AbortController();
    addEventListener("pointermove", move, { signal: stop.signal });
    addEventListener("pointerup", end, { signal: stop.signal });
    addEventListener("pointercancel", end, { signal: stop.signal });
    addEventListener("keydown", e => { if (e.key === "Escape") { e.preventDefault(); end(e); } }, { signal: stop.signal, capture: true });
    frame = requestAnimationFrame(roll);
  });
  // From here on the list takes keys; tests wait for it.
  list.dataset.ready = "";
};

// The row that was asked for last.
let going = null;

/**
 * Puts the focus into a row, by its place; scrolls there first where the row is not drawn yet, and waits some ten seconds for the circuit to
 * draw it: for the last that was asked for, and while its reader has gone nowhere else.
 */
export const goToRow = (list, place, column) => {
  let tries = 0;
  const [mine, from] = [going = {}, document.activeElement];
  const go = () => {
    if (mine !== going || ![from, document.body].includes(document.activeElement)) return;
    const row = list.querySelector(`[data-place="${place}"]`);
    if (row) {
      (row.querySelector(`[data-col="${column}"]`) ?? row.querySelector("[data-col]"))?.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
      return;
    }
    const drawn = list.querySelector("[data-place]");
    const count = Number(list.querySelector("table")?.getAttribute("aria-rowcount")) - 1;
    if (!drawn || place < 1 || place > count || tries++ > 600) return;
    if (tries % 15 === 1) list.scrollTop = (place - 1) * drawn.offsetHeight - list.clientHeight / 2;
    requestAnimationFrame(go);
  };
  go();
};

/** Lets the arrow keys go through the inputs of an element, of which the Tab key knows the first only. */
export const rove = element => element.addEventListener("keydown", e => {
  const inputs = [...element.querySelectorAll("input")];
  const at = inputs.indexOf(e.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: inputs.length - 1 }[e.key];
  if (at < 0 || to === undefined) return;
  e.preventDefault();
  inputs[to]?.focus();
});
