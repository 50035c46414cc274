// Undo and redo: what cells held before and after each change of this page; a pasted block is one change. Taking a change
// back is another change over the value on the screen, so nothing is undone behind the back of somebody else. The newest
// steps stay in this tab over a reload.

const mostSteps = 500;
const mostKept = 1_000;   // changes, not steps: a pasted block has hundreds

export class History {
  constructor(grid) {
    this.grid = grid;
    this.done = [];
    this.undone = [];
    this.refused = new Map();   // cell → what was typed in it and is no value
    this.key = `xzd-entry|${grid.dataset.user}|${grid.dataset.return}|steps`;
    this.undoButton = grid.querySelector("[data-undo]");
    this.redoButton = grid.querySelector("[data-redo]");
    this.undoButton?.addEventListener("pointerenter", () => this.show());
  }

  /** Sends changes, which are one step. */
  put(items) {
    if (items.length === 0) return;
    this.done.push(items.map(item => ({ cell: item.cell, before: this.stateOf(item.cell), after: item })));
    if (this.done.length > mostSteps) this.done.shift();
    this.undone = [];
    for (const item of items) this.grid.outbox.put(item);
    this.keep();
    this.show();
  }

  /** Keeps the newest steps in this tab, with what each of their cells shows. A full or forbidden store costs no more than them. */
  keep() {
    let left = mostKept;
    const newest = steps => {
      const kept = [];
      for (let i = steps.length - 1; i >= 0 && steps[i].length <= left; i--) {
        left -= steps[i].length;
        kept.unshift(steps[i]);
      }
      return kept;
    };
    const [done, undone] = [newest(this.done), newest(this.undone)];
    const changed = new Set([...done, ...undone].flat().map(change => change.cell));
    const cells = {};
    for (const shown of changed.size > 0 ? this.grid.rows.querySelectorAll("td[data-cell]") : []) {
      const { cell, version } = shown.dataset;
      if (changed.has(cell)) cells[cell] = { version, text: this.stateOf(cell, shown).text };
    }
    try {
      if (done.length + undone.length > 0) sessionStorage.setItem(this.key, JSON.stringify({ done, undone, cells }));
      else sessionStorage.removeItem(this.key);
    } catch { /* see above */ }
  }

  /** Takes up the steps of before a reload; of a cell that shows another value since, there are none any more. */
  restore() {
    let kept;
    try { kept = JSON.parse(sessionStorage.getItem(this.key)); } catch { kept = null; }
    if (!kept) return;
    const holds = ({ cell }) => {
      const [shown, known] = [this.grid.cell(cell), kept.cells[cell]];
      return shown && known && (known.version === shown.dataset.version || known.text === this.stateOf(cell, shown).text);
    };
    const held = steps => steps.map(step => step.filter(holds)).filter(step => step.length > 0);
    [this.done, this.undone] = [held(kept.done), held(kept.undone)];
    this.keep();
    this.show();
  }

  // What waits to be sent, else what was refused, else what is saved.
  stateOf(address, cell = this.grid.cell(address)) {
    const { saved, reason, explanation, source } = cell.dataset;
    const waiting = this.grid.outbox.items.get(address);
    return {
      text: waiting?.text ?? this.refused.get(address) ?? saved,
      reason: waiting?.text === undefined ? reason : waiting.reason,
      explanation: waiting?.explanation ?? (waiting?.text === undefined ? explanation : undefined) ?? "",
      source: waiting?.source ?? source ?? "",
    };
  }

  undo(button) { return this.step(this.done, this.undone, change => change.before, button); }

  redo(button) { return this.step(this.undone, this.done, change => change.after, button); }

  async step(from, to, side, button) {
    const step = from.pop();
    if (!step) return;
    to.push(step);
    this.show();
    const focused = document.activeElement;
    const textOf = cell => this.grid.inputOf(cell)?.value;
    const was = new Map(step.map(change => [change.cell, textOf(this.grid.cell(change.cell))]));
    await this.grid.outbox.idle();   // the versions that the step has made
    for (const change of step) {
      const cell = this.grid.cell(change.cell);
      // What has been typed in it since stays.
      if (!cell || this.isTyping(cell) && textOf(cell) !== was.get(change.cell)) continue;
      const held = Object.fromEntries(Object.entries(side(change)).filter(([, value]) => value !== undefined));
      const input = this.grid.inputOf(cell);
      if (input && held.text !== undefined) input.value = held.text;
      // A value that somebody else has put in since is not gone over: both are shown.
      const seen = change.theirs ? -1 : Number(cell.dataset.version);
      // What waits to be sent of the cell and goes with another text does not go with this one.
      const instead = held.text === undefined ? {} : { blank: undefined, reason: undefined, explanation: undefined, source: undefined };
      this.grid.outbox.put({ ...instead, ...held, cell: change.cell, seen });
    }
    this.keep();
    const [first] = step;
    const row = this.grid.cell(first.cell)?.parentElement;
    if (!row) return;
    row.hidden = false;
    if (button) {
      row.scrollIntoView({ block: "nearest" });
      this.grid.look(row, false);
    } else if ([focused, this.went, document.body].includes(document.activeElement)) {
      this.went = this.grid.inputOf(this.grid.cell(first.cell));
      this.went?.focus();
    }
  }

  /** What came of a text: one that is no value stays in its cell, and is what an undo comes back to. */
  answered(address, text, outcome) {
    if (outcome === "fault" && text !== undefined) this.refused.set(address, text);
    else this.refused.delete(address);
  }

  /** Somebody else has changed a cell. */
  changed(address) {
    for (const change of [...this.done, ...this.undone].flat()) if (change.cell === address) change.theirs = true;
  }

  /** Ctrl Z, Ctrl Y, Ctrl Shift Z. A text that is being typed is the browser's own. */
  keyDown(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y") || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const cell = this.grid.cellOf(event.target);
    if (cell ? this.isTyping(cell) : event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) this.redo(); else this.undo();
  }

  isTyping(cell) {
    const input = this.grid.inputOf(cell);
    return !!input && this.grid.isDirty(cell) && !this.grid.outbox.has(cell.dataset.cell, input.value) && this.refused.get(cell.dataset.cell) !== input.value;
  }

  // What is being typed can be taken back too: pressing the button leaves its cell. Asked when somebody comes to the
  // button, not at every letter.
  show() {
    const cell = this.grid.current && this.grid.cell(this.grid.current);
    this.undoButton?.setAttribute("aria-disabled", String(this.done.length === 0 && !(cell && this.isTyping(cell))));
    this.redoButton?.setAttribute("aria-disabled", String(this.undone.length === 0));
  }
}
