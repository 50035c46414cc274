// A block from Excel, WPS or LibreOffice: the server says what would become of it, and nothing is written before that was seen.

export class Paste {
  constructor(grid) {
    this.grid = grid;
    this.place = grid.querySelector("#entry-paste");
    this.place.addEventListener("click", event => {
      const write = event.target.closest("[data-write]")?.dataset.write;
      if (write) this.write(write === "all");
      else if (event.target.closest("[data-cancel]")) this.cancel();
    });
    // Which column is meant, where the headings do not say: the server lays the block out again.
    this.place.addEventListener("change", event => {
      if (!event.target.matches("select[data-choose]")) return;
      for (const select of this.place.querySelectorAll("select[data-choose]")) {
        if (select.value === "") delete this.asked.columns[select.dataset.choose];
        else this.asked.columns[select.dataset.choose] = Number(select.value);
      }
      this.ask();
    });
    this.place.addEventListener("keydown", event => { if (event.key === "Escape") { event.preventDefault(); this.cancel(); } });
  }

  pasted(event) {
    const cell = this.grid.cellOf(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    // One cell, with the line break that spreadsheets put behind it, is pasted as text.
    if (!cell || !event.target.matches("input.value")) return;
    if (!/[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ""))) {
      if (!/[\n\r]$/.test(text)) return;
      event.preventDefault();
      event.target.setRangeText(text.trim(), event.target.selectionStart, event.target.selectionEnd, "end");
      event.target.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return;
    }
    event.preventDefault();
    this.preview(cell.dataset.cell, text);
  }

  async preview(cell, text) {
    const rows = [...this.grid.rows.rows].filter(r => !r.hidden).map(r => Number(r.dataset.row));
    const start = rows.indexOf(Number(cell.split("-")[0]));
    this.asked = { text, cell, rows: rows.slice(start), columns: {} };
    await this.ask();
  }

  // Of several questions the last one's answer is shown; none after it was given up.
  async ask() {
    const [mine, focused, cell] = [this.asking = {}, document.activeElement, this.asked.cell];
    const answer = await this.grid.fetch("paste", this.asked).catch(() => null);
    const text = answer?.ok ? await answer.text() : (await answer?.json().catch(() => ({})))?.detail;
    if (mine !== this.asking) return;
    if (!answer) this.grid.say("Offline");
    else if (!answer.ok) this.grid.sayText(text ?? String(answer.status));
    else this.show(text, () => this.grid.inputOf(this.grid.cell(cell)), [focused, document.body].includes(document.activeElement));
  }

  /** Shows a preview, of a block or of a workbook; afterwards the cursor goes back to where it came from. Who has gone on meanwhile is not called to it. */
  show(html, back, isAwaited = true) {
    this.back = back;
    this.place.innerHTML = html;
    this.place.scrollIntoView({ block: "nearest" });
    if (isAwaited) (this.place.querySelector("[data-write]") ?? this.place.querySelector("[data-annotate]") ?? this.place.querySelector("[data-cancel]")).focus({ preventScroll: true });
  }

  write(all) {
    const missing = all && [...this.place.querySelectorAll("input.reason")].find(r => !r.value.trim());
    if (missing) { missing.setAttribute("aria-invalid", "true"); missing.focus(); return; }
    const items = [];
    const chosen = [...this.place.querySelectorAll("tr[data-text]")].filter(r => all || r.dataset.verdict === "good");
    for (const row of chosen) {
      const { at, text, blank, explanation, source } = row.dataset;
      const cell = this.grid.cell(at);
      const reason = row.dataset.reason ?? row.querySelector("input.reason")?.value.trim();
      if (!cell || (blank && !reason)) continue;
      // A workbook goes over the version that it was made from, a block over the one on the screen.
      const seen = Number(row.dataset.seen ?? cell.dataset.version);
      const input = this.grid.inputOf(cell);
      if (input) input.value = text;
      items.push({ cell: at, seen, text, blank, reason, ...(explanation !== undefined && { explanation }), ...(source !== undefined && { source }) });
    }
    this.grid.history.put(items);
    this.close();
  }

  cancel() {
    this.asking = null;
    this.close();
  }

  close() {
    this.place.replaceChildren();
    this.back?.()?.focus();
  }
}
