// What was typed and is not saved yet. It is kept on this device from the first letter on, sent when its cell is left,
// tried again with growing pauses, and dropped only when the server has confirmed it.

const shortest = 1_000;
const longest = 30_000;

// Problems of the database that do not pass by themselves.
const lasting = new Set(["disk_full", "database_read_only"]);

export class Outbox {
  constructor(grid) {
    this.grid = grid;
    this.items = new Map();   // cell → what is to be sent
    this.prefix = `xzd-entry|${grid.dataset.user}|${grid.dataset.return}|`;
    this.pause = shortest;
  }

  get isUnsent() { return this.items.size > 0 || [...this.grid.rows.querySelectorAll("td[data-cell]")].some(c => this.grid.isDirty(c) && c.dataset.outcome === "saved"); }
  get waiting() { return this.items.size > 0 && !this.sending; }

  /* Kept on this device. The most a full or forbidden store costs is this safety; typing goes on. */
  keep(item) { try { localStorage.setItem(this.prefix + item.cell, JSON.stringify(item)); } catch { /* see above */ } }
  forget(cell) { localStorage.removeItem(this.prefix + cell); }

  /** A letter was typed. */
  draft(cell, seen, text) { this.keep({ cell, seen, text }); }

  has(cell, text) { return this.items.get(cell)?.text === text; }

  /** The cell was left: send it. */
  put(item) {
    const waiting = this.items.get(item.cell);
    // A new text takes the place of an earlier one and of the reason for its absence.
    const staying = item.text === undefined ? waiting : { explanation: waiting?.explanation, source: waiting?.source };
    const next = { ...staying, ...item, number: (this.number = (this.number ?? 0) + 1) };
    this.items.set(item.cell, next);
    this.keep(next);
    this.grid.mark(item.cell, this.offline ? "unsent" : "saving");
    // A block is put cell by cell and goes out as one request; what is put while one is on its way goes with the next.
    if (this.sending) this.again = true;
    else queueMicrotask(() => this.flush());
  }

  drop(cell) {
    this.items.delete(cell);
    this.forget(cell);
  }

  /** Puts back what a reload or a crash has left behind, and sends it. */
  restore() {
    for (const key of Object.keys(localStorage).filter(k => k.startsWith(this.prefix))) {
      let item;
      try { item = JSON.parse(localStorage.getItem(key)); } catch { item = null; }
      if (item && !item.cell) continue;   // an explanation being written: the panel's
      const cell = item && this.grid.cell(item.cell);
      if (!cell) { localStorage.removeItem(key); continue; }
      if (item.text === cell.dataset.saved && item.explanation === undefined && item.source === undefined) { localStorage.removeItem(key); continue; }
      const input = this.grid.inputOf(cell);
      if (input && item.text !== undefined) input.value = item.text;
      this.items.set(item.cell, item);
      this.grid.mark(item.cell, "unsent");
    }
    this.flush();
  }

  /** Shows again what is still waiting after rows were laid anew. */
  remark() {
    for (const [cell] of this.items) this.grid.mark(cell, this.offline || this.refused ? "unsent" : "saving");
  }

  stop() { clearTimeout(this.timer); }

  async idle() { while (this.sending) await this.sending; }

  flush() {
    clearTimeout(this.timer);
    if (this.sending || this.items.size === 0) return;
    this.sending = this.send().finally(() => {
      this.sending = null;
      if (this.again) { this.again = false; this.flush(); }
    });
  }

  async send() {
    const batch = [...this.items.values()];
    for (const item of batch) this.grid.mark(item.cell, "saving");
    // What is wrong beside them is told once more with them: a row has one place for words.
    const told = [...batch, ...this.refusedBeside(batch)];
    const cells = told.map(({ number, ...item }) => item);
    let answer;
    try {
      answer = await this.grid.fetch("cells", { cells, stamp: this.grid.stamp });
    } catch {
      this.later("Offline");
      return;
    }
    if (answer.ok) this.confirmed(told, await answer.text());
    else await this.failed(answer);
  }

  refusedBeside(batch) {
    const rowOf = cell => cell.split("-")[0];
    const rows = new Set(batch.map(item => rowOf(item.cell)));
    return [...this.grid.history.refused].filter(([cell]) => rows.has(rowOf(cell)) && !this.items.has(cell) && this.grid.cell(cell))
      .map(([cell, text]) => ({ cell, seen: Number(this.grid.cell(cell).dataset.version), text }));
  }

  confirmed(batch, html) {
    this.offline = this.refused = false;
    this.pause = shortest;
    this.grid.quiet("Offline", "SignedOut", "text", "Unsent");
    const template = document.createElement("template");
    template.innerHTML = html;
    for (const item of batch) {
      if (this.items.get(item.cell) === item || this.items.get(item.cell)?.number === item.number) this.items.delete(item.cell);
      else this.again = true;
      const laid = template.content.querySelector(`td[data-cell="${item.cell}"]`)?.dataset;
      const outcome = laid?.outcome ?? "saved";
      // Typed over while it was on its way: the next goes over what has just been saved, not against it.
      const next = this.items.get(item.cell);
      if (next && laid && outcome === "saved") this.keep(Object.assign(next, { seen: Number(laid.version) }));
      // What is no value, and what somebody else was faster with, stays on this device: it comes back after a reload.
      if (outcome === "saved" && !this.items.has(item.cell)) this.forget(item.cell);
      this.grid.history.answered(item.cell, item.text, outcome);
    }
    this.grid.lay(html, new Map(batch.map(i => [i.cell, i.text])));
  }

  async failed(answer) {
    const problem = await answer.json().catch(() => ({}));
    if (answer.status === 401 || answer.type === "opaqueredirect") { this.later("SignedOut"); return; }
    if (answer.status >= 500 || answer.status === 429) {
      this.later("Offline", 1_000 * (Number(answer.headers.get("Retry-After")) || 0), lasting.has(problem.code) ? problem.detail : null);
      return;
    }
    if (problem.code === "forgery" && await this.renew()) { this.again = true; return; }
    // Refused as a whole: the words stay here and in the store, and nothing is tried again by itself.
    this.refused = true;
    this.grid.sayText(problem.detail ?? String(answer.status));
    this.remark();
  }

  /** The token of the page no longer holds (signed in anew): a fresh one, if it is for the same person. */
  async renew() {
    const answer = await this.grid.fetch("token").catch(() => null);
    if (!answer?.ok) return false;
    const { user, token } = await answer.json();
    if (user !== this.grid.dataset.user) { this.grid.say("OtherPerson"); this.refused = true; return false; }
    const changed = token !== this.grid.token && !this.renewed;
    this.renewed = true;
    this.grid.token = token;
    return changed;
  }

  /** Tries again after a pause, not before the server wants to be asked. What only somebody else can mend is told in the server's words. */
  later(bar, least = 0, words = null) {
    this.offline = true;
    if (words) this.grid.sayText(words);
    else this.grid.say(bar);
    this.remark();
    this.timer = setTimeout(() => this.flush(), Math.max(this.pause, Math.min(least, longest)));
    this.pause = Math.min(longest, this.pause * 2);
  }
}
