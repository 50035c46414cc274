// What stands around the grid: the menu of blanks, the side panel, and the steps from submitting on.

/** Why a cell has no value: a small menu at the cell. */
export class BlankMenu {
  constructor(grid) {
    this.grid = grid;
    this.dialog = grid.querySelector("#blank");
    this.form = this.dialog.querySelector("form");
    this.dialog.addEventListener("click", event => { if (event.target === this.dialog || event.target.closest("[data-close]")) this.dialog.close(); });
    this.dialog.addEventListener("close", () => this.closed());
  }

  get isOpen() { return this.dialog.open; }

  /** Whether a text is one of the words for a blank. */
  wanted(text) { return [...this.form.elements.blank].find(r => r.dataset.word.toLowerCase() === text.trim().toLowerCase()); }

  open(cell, text) {
    this.at = cell.dataset.cell;
    this.dialog.returnValue = "";
    this.form.reset();
    const chosen = this.wanted(text) ?? this.wanted(cell.dataset.saved);
    if (chosen) { chosen.checked = true; this.form.elements.reason.value = cell.dataset.reason ?? ""; }
    this.dialog.querySelector("[data-place]").textContent = this.grid.inputOf(cell)?.getAttribute("aria-label") ?? "";
    this.dialog.showModal();
    const { left, bottom, top } = cell.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.dialog;
    this.dialog.style.margin = "0";
    this.dialog.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    this.dialog.style.top = `${bottom + height + 8 < innerHeight ? bottom + 2 : Math.max(8, top - height - 2)}px`;
    (chosen ? this.form.elements.reason : this.form.elements.blank[0]).focus();
  }

  closed() {
    const cell = this.grid.cell(this.at);
    const input = this.grid.inputOf(cell);
    if (this.dialog.returnValue === "save") {
      const chosen = [...this.form.elements.blank].find(r => r.checked);
      if (input) input.value = chosen.dataset.word;
      this.grid.history.put([{ cell: this.at, seen: Number(cell.dataset.version), text: chosen.dataset.word, blank: chosen.value, reason: this.form.elements.reason.value.trim() }]);
    } else if (input && this.wanted(input.value) && input.value !== cell.dataset.saved) {
      input.value = cell.dataset.saved;
      this.grid.outbox.drop(this.at);
    }
    input?.focus();
  }
}

/** The side panel of the row that is being filled. */
export class Panel {
  constructor(grid) {
    this.grid = grid;
    this.place = grid.querySelector("#entry-panel");
    this.place.addEventListener("input", event => this.typed(event));
    this.place.addEventListener("keydown", event => {
      if (event.key !== "Escape" && event.key !== "F2") return;
      event.preventDefault();
      this.close();
    });
    this.remember();
  }

  get row() { return this.place.firstElementChild?.dataset.panelRow; }
  get isBusy() { return this.place.contains(document.activeElement) && document.activeElement.matches("input, textarea"); }

  /** The cursor has come to a row: its panel follows once it rests there. */
  follow(row) {
    clearTimeout(this.timer);
    if (row !== this.row && getComputedStyle(this.place).position !== "fixed" && matchMedia("(min-width: 1101px)").matches) this.timer = setTimeout(() => this.load(row), 200);
  }

  async open(row) {
    // Fast hands press F2 before the panel has followed: a load under way must not come in over what is written there.
    clearTimeout(this.timer);
    this.from = document.activeElement;
    // Another load may have overtaken it: what is written then must not be of the row that still stands there.
    for (let tries = 0; tries < 5 && (row !== this.row || this.loading); tries++) await this.load(row);
    if (row !== this.row) return;
    this.place.classList.add("open");
    (this.place.querySelector("textarea") ?? this.place.querySelector("h2"))?.focus();
  }

  close() {
    this.place.classList.remove("open");
    const input = this.grid.inputOf(this.grid.cell(this.grid.current)) ?? this.grid.rows.querySelector("input.value");
    if (this.from?.matches("[data-open]") && this.from.isConnected) this.from.focus(); else input?.focus();
  }

  // Of several loads the last asked for is shown, and none over what somebody is writing.
  async load(row, force = false) {
    const mine = this.loading = { row };
    const answer = await this.grid.fetch(`rows/${row}`).catch(() => null);
    const html = answer?.ok ? await answer.text() : null;
    if (mine !== this.loading) return;
    this.loading = null;
    if (html === null || (this.isBusy && !force)) return;
    this.place.innerHTML = html;
    this.remember();
  }

  /** Rows have changed: the panel of one of them is made anew, but not under the hands of who writes in it. */
  changed(rows) {
    // The row that is on its way: the one that still stands there would come in over it.
    const row = this.loading?.row ?? this.row;
    if (rows.includes(row) && !this.isBusy) this.load(row);
  }

  clicked(event) { if (event.target.closest("[data-close-panel]")) { this.close(); return true; } return false; }

  // An explanation is typed for minutes: it survives as cells do.
  key(box) { return `xzd-entry|${this.grid.dataset.user}|${this.grid.dataset.return}|why-${box.closest("form").dataset.explain}`; }

  typed(event) {
    if (!event.target.matches("textarea")) return;
    const output = event.target.closest("form").querySelector("output");
    if (output) output.textContent = event.target.value.length;
    try { localStorage.setItem(this.key(event.target), JSON.stringify({ draft: event.target.value })); } catch { /* typing goes on */ }
  }

  remember() {
    for (const box of this.place.querySelectorAll("textarea")) {
      const kept = localStorage.getItem(this.key(box));
      if (kept) box.value = JSON.parse(kept).draft;
    }
  }

  /** 说明, 来源, 批注: the forms of the panel. True when it was one of them. */
  async submitted(form) {
    const { explain, source, comment, version } = form.dataset;
    if (explain) {
      localStorage.removeItem(this.key(form.querySelector("textarea")));
      this.leave(explain);
      this.grid.history.put([{ cell: explain, seen: this.seen(explain, version), explanation: form.elements.explanation.value }]);
    } else if (source) {
      this.leave(source);
      this.grid.history.put([{ cell: source, seen: this.seen(source, version), source: form.elements.source.value }]);
    } else if (comment) {
      const [box, row] = [form.elements.text, this.row];
      const text = box.value;
      // A second press sends nothing: the field wants something in it.
      box.value = "";
      const answer = await this.grid.fetch("comments", { cell: comment, text }).catch(() => null);
      if (answer?.ok) {
        // Who has gone on meanwhile, into the grid or another field, stays there with what he types.
        const isHere = document.activeElement === document.body || document.activeElement === box && !box.value;
        if (this.row === row) await this.load(row, isHere);
        if (isHere && this.row === row && [box, document.body].includes(document.activeElement)) this.place.querySelector("[data-comment] input")?.focus();
      } else {
        if (!box.value) box.value = text;
        const said = (await answer?.json().catch(() => null))?.detail;
        if (said) this.grid.sayText(said); else this.grid.say("Offline");
      }
    } else {
      return false;
    }
    return true;
  }

  // What was written is on its way: the cursor goes back to its cell, so that the keyboard goes on in the grid.
  leave(cell) {
    this.place.classList.remove("open");
    const input = this.grid.inputOf(this.grid.cell(cell));
    if (input) input.focus(); else document.activeElement.blur();
  }

  seen(cell, version) { return Number(this.grid.cell(cell)?.dataset.version ?? version); }
}

/** Comparing, submitting, taking back, correcting. */
export class Steps {
  constructor(grid) {
    this.grid = grid;
    this.dialog = grid.querySelector("#difference");
  }

  clicked(event) {
    const target = event.target;
    if (target.closest("[data-submit], [data-difference]")) { this.compare(); return true; }
    if (target.closest("#difference [data-close]")) { this.dialog.close(); return true; }
    const row = target.closest("[data-go]")?.dataset.go;
    if (!row) return false;
    event.preventDefault();
    this.dialog.close();
    this.grid.show("all");
    this.grid.rows.querySelector(`#row-${row} input.value, #row-${row} button`)?.focus();
    return true;
  }

  // What is on its way is waited for, so that what is shown is what would be submitted.
  async compare() {
    await this.grid.outbox.idle();
    if (this.grid.outbox.items.size > 0 || this.grid.rows.querySelector("td[data-outcome]:not([data-outcome=saved])")) { this.grid.say("Unsent"); return; }
    const answer = await this.grid.fetch("difference").catch(() => null);
    if (!answer?.ok) { this.grid.say("Offline"); return; }
    this.dialog.innerHTML = await answer.text();
    this.dialog.showModal();
    this.dialog.querySelector("h2").focus();
  }

  async submitted(event) {
    const form = event.target;
    if (form.method === "dialog") return;
    const { step, version } = form.dataset;
    if (!step && !form.matches("[data-explain], [data-source], [data-comment]")) return;
    event.preventDefault();
    if (!step) { await this.grid.panel.submitted(form); return; }
    if (this.going) return;
    this.going = true;
    const button = form.querySelector("[type=submit]");
    button.setAttribute("aria-disabled", "true");
    const answer = await this.grid.fetch(step, { version: Number(version), reason: form.elements.reason?.value }).catch(() => null);
    this.going = false;
    if (answer?.ok) { location.reload(); return; }
    button.removeAttribute("aria-disabled");
    const sentence = answer ? (await answer.json().catch(() => ({}))).detail : null;
    const place = form.querySelector(".refused");
    if (place && sentence) place.textContent = sentence;
    else if (sentence) this.grid.sayText(sentence);
    else this.grid.say(answer ? "SignedOut" : "Offline");
  }
}
