// <x-entry>: the entry grid of one return. The server renders every row, word and rule; here is only what has to happen
// while somebody types: moving, sending what was typed, keeping it until it is saved, and laying answers into the table.
import { Outbox } from "./entry-outbox.js";
import { History } from "./entry-history.js";
import { keyDown } from "./entry-keys.js";
import { Paste } from "./entry-paste.js";
import { Workbook } from "./entry-workbook.js";
import { BlankMenu, Panel, Steps } from "./entry-parts.js";

class EntryElement extends HTMLElement {
  connectedCallback() {
    this.leaving = new AbortController();
    const on = (target, name, handler, options = {}) => target.addEventListener(name, handler, { ...options, signal: this.leaving.signal });
    this.rows = this.querySelector("#entry-rows");
    this.editable = this.querySelector("#entry-context").dataset.editable === "true";
    this.outbox = new Outbox(this);
    this.history = new History(this);
    this.panel = new Panel(this);
    this.steps = new Steps(this);
    this.blank = new BlankMenu(this);
    this.paste = new Paste(this);
    this.workbook = new Workbook(this);

    on(this.rows, "focusin", event => this.entered(event));
    on(this.rows, "focusout", event => this.left(event));
    on(this.rows, "input", event => this.typed(event));
    on(this.rows, "keydown", event => keyDown(this, event));
    on(this.rows, "paste", event => this.paste.pasted(event));
    on(document, "keydown", event => this.editable && this.history.keyDown(event));
    on(this, "click", event => this.clicked(event));
    on(this, "submit", event => this.steps.submitted(event));
    on(window, "online", () => this.outbox.flush());
    on(document, "visibilitychange", () => this.listen());
    on(window, "focus", () => this.outbox.waiting && this.outbox.flush());
    on(window, "beforeunload", event => { if (this.outbox.isUnsent) event.preventDefault(); });
    this.show(new URLSearchParams(location.search).get("show") ?? "all");
    if (this.editable) {
      this.outbox.restore();
      this.history.restore();
      this.begin();
    }
    this.listen();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.outbox.stop();
    this.source?.close();
  }

  // A sheet has a cursor: it stands in the first cell that waits, so that a keyboard is all that is needed. Not on a
  // touch screen, where it would bring up the keys over what is to be read.
  begin() {
    if (document.activeElement !== document.body || !matchMedia("(pointer: fine)").matches) return;
    const waiting = this.rows.querySelector("tr.to-do:not([hidden]) td.cell:is(.error, .sent-back, .needs-explanation, .empty)");
    this.inputOf(waiting)?.focus();
  }

  /* ---- Cells ---- */

  cellOf(node) { return node?.closest?.("td[data-cell]"); }
  cell(address) { return this.rows.querySelector(`td[data-cell="${address}"]`); }
  inputOf(cell) { return cell?.querySelector("input.value"); }
  isDirty(cell) { const input = this.inputOf(cell); return !!input && input.value !== cell.dataset.saved; }

  entered(event) {
    const cell = this.cellOf(event.target);
    this.rows.querySelector("tr.selected")?.classList.remove("selected");
    const row = event.target.closest("tr");
    row.classList.add("selected");
    if (event.target.matches("input.value")) event.target.select();
    if (cell) this.current = cell.dataset.cell;
    this.panel.follow(row.dataset.row);
  }

  // Leaving a cell saves it; the word for a blank asks for its reason first.
  left(event) {
    const cell = this.cellOf(event.target);
    if (!cell || !event.target.matches("input.value") || this.blank.isOpen) return;
    this.commit(cell);
  }

  commit(cell) {
    const input = this.inputOf(cell);
    if (!input) return;
    const address = cell.dataset.cell;
    if (!this.isDirty(cell)) {
      if (cell.dataset.outcome === "saved") this.outbox.drop(address);
      this.history.show();
      return;
    }
    if (this.outbox.has(address, input.value)) return;
    if (this.blank.wanted(input.value)) this.blank.open(cell, input.value);
    else this.history.put([{ cell: address, seen: Number(cell.dataset.version), text: input.value }]);
  }

  // As cheap as can be: this runs between a key and its letter on the screen.
  typed(event) {
    const cell = this.cellOf(event.target);
    if (!cell || !event.target.matches("input.value")) return;
    this.outbox.draft(cell.dataset.cell, Number(cell.dataset.version), event.target.value);
  }

  restoreSaved(cell) {
    const [input, address] = [this.inputOf(cell), cell.dataset.cell];
    const isMarked = cell.dataset.outcome !== "saved" || cell.matches(".saving, .unsent");
    input.value = cell.dataset.saved;
    input.select();
    this.outbox.drop(address);
    this.history.answered(address);
    cell.dataset.outcome = "saved";
    if (isMarked) this.outbox.idle().then(() => {
      // What was given up may have been sent along with the cell beside it, and refused once more.
      const now = this.cell(address);
      if (now?.dataset.outcome === "fault" && !this.outbox.items.has(address)) {
        this.history.answered(address);
        this.inputOf(now).value = now.dataset.saved;
        now.dataset.outcome = "saved";
      }
      this.refresh();
    });
  }

  clicked(event) {
    const cell = this.cellOf(event.target);
    const take = event.target.closest("[data-take]");
    const act = event.target.closest("[data-act]")?.dataset.act;
    const show = event.target.closest("[data-show]")?.dataset.show;
    const row = event.target.closest("tr[data-row]");
    if (take) this.take(cell, take);
    else if (event.target.closest("[data-open]")) this.look(row, true);
    else if (event.target.closest("[data-blank]") && cell && !event.target.closest("tr[data-at]")) this.blank.open(cell, "");
    else if (act) this.act(act);
    else if (event.target.closest("[data-undo]")) this.history.undo(true);
    else if (event.target.closest("[data-redo]")) this.history.redo(true);
    else if (event.target.closest("[data-next]")) this.next();
    else if (show) this.show(show, true);
    else if (row && this.rows.contains(row) && !event.target.closest("input, button, a")) this.look(row, false);
    else this.steps.clicked(event) || this.panel.clicked(event);
  }

  // A row without a cell to stand in can be looked at too: one that is computed, published, or only read.
  look(row, opens) {
    this.rows.querySelector("tr.selected")?.classList.remove("selected");
    row.classList.add("selected");
    if (opens) this.panel.open(row.dataset.row); else this.panel.follow(row.dataset.row);
  }

  // Two people on one cell: mine goes over the value that I have now seen, or mine is given up.
  take(cell, choice) {
    const address = cell.dataset.cell;
    this.outbox.drop(address);
    if (choice.dataset.take === "mine") {
      this.history.put([{ cell: address, seen: Number(cell.dataset.version), text: choice.dataset.text, reason: choice.dataset.why || undefined }]);
    } else {
      cell.dataset.outcome = "saved";
      this.refresh();
    }
  }

  /* ---- What is left ---- */

  get open() { return [...this.rows.querySelectorAll("td.cell:is(.error, .two-people, .sent-back, .needs-explanation, .empty)")]; }

  // The next cell with something to do after the one that was stood in last, round the end; submitting when there is none.
  next() {
    const open = this.open;
    const here = this.current && this.cell(this.current);
    const next = open.find(cell => here && here.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0];
    if (!next) { this.querySelector("[data-submit]")?.focus(); return; }
    next.parentElement.hidden = false;
    (this.inputOf(next) ?? next.querySelector("button")).focus();
  }

  // Counted here: the server does not know what it has refused before.
  count() {
    const counter = this.querySelector("#entry-left");
    if (!counter) return;
    const open = this.open;
    counter.querySelector("[data-left]").textContent = open.length;
    for (const part of counter.querySelectorAll("[data-left-of]")) {
      const count = open.filter(cell => cell.classList.contains(part.dataset.leftOf)).length;
      part.querySelector("i").textContent = count;
      part.hidden = count === 0;
    }
    for (const some of counter.querySelectorAll(".some, small")) some.hidden = open.length === 0;
    counter.querySelector(".none").hidden = open.length > 0;
  }

  /* ---- What is shown ---- */

  // Only the rows with something to do: chosen when asked for, so that a row does not vanish under the hand that fills it.
  show(which, chosen = false) {
    for (const row of this.rows.rows) row.hidden = which === "to-do" && !row.classList.contains("to-do");
    for (const button of this.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", String(button.dataset.show === which));
    if (!chosen) return;
    const address = new URL(location.href);
    if (which === "all") address.searchParams.delete("show"); else address.searchParams.set("show", which);
    history.replaceState(history.state, "", address);
  }

  say(name) {
    const bar = this.querySelector("#entry-bar");
    if (bar.dataset.bar === name) return;
    bar.dataset.bar = name;
    bar.replaceChildren(this.querySelector(`template[data-bar="${name}"]`).content.cloneNode(true));
  }

  sayText(text) {
    const bar = this.querySelector("#entry-bar");
    bar.dataset.bar = "text";
    bar.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }));
  }

  quiet(...names) {
    const bar = this.querySelector("#entry-bar");
    if (!names.includes(bar.dataset.bar)) return;
    delete bar.dataset.bar;
    bar.replaceChildren();
  }

  act(name) {
    if (name === "Reload") location.reload();
    else if (name === "SignIn") open(`${this.dataset.signIn}?returnUrl=${encodeURIComponent(location.pathname)}`, "_blank");
    else this.outbox.flush();
  }

  // A state that only the browser knows, in the words of the server.
  mark(address, state) {
    const cell = this.cell(address);
    if (!cell) return;
    cell.classList.remove("saving", "unsent");
    if (state) cell.classList.add(state);
    const place = cell.parentElement.querySelector("td.state");
    // What is said of another cell of the row stays.
    const isTold = [...cell.parentElement.querySelectorAll("td[data-outcome]:not([data-outcome=saved])")].some(other => other !== cell);
    if (state && !isTold) place.replaceChildren(this.querySelector(`template[data-state="${state}"]`).content.cloneNode(true));
  }

  /* ---- Answers ---- */

  url(path) { return `${this.dataset.base}/${path}${this.dataset.lang === "en" ? `${path.includes("?") ? "&" : "?"}lang=en` : ""}`; }

  async fetch(path, body, byItself = false) {
    const isFile = body instanceof Blob;
    return await fetch(this.url(path), {
      method: body === undefined ? "GET" : "POST",
      // What the page asks for by itself is no activity of its reader, and does not prolong his session.
      headers: byItself ? { "X-Background": "page" } : body === undefined ? {} : { "Content-Type": isFile ? body.type || "application/octet-stream" : "application/json", RequestVerificationToken: this.token },
      body: body === undefined || isFile ? body : JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    });
  }

  get token() { return this.querySelector("input[name=__RequestVerificationToken]").value; }
  set token(value) { this.querySelector("input[name=__RequestVerificationToken]").value = value; }
  get stamp() { return Number(this.querySelector("#entry-context").dataset.stamp); }

  async refresh() {
    for (;;) {
      await this.outbox.idle();
      const stamp = this.stamp;
      const answer = await this.fetch("rows", undefined, true).catch(() => null);
      const html = answer?.ok ? await answer.text() : null;
      if (html === null) return;
      // What was sent or laid meanwhile may be in it or not: it is asked for anew.
      if (!this.outbox.sending && this.stamp === stamp) return this.lay(html, new Map());
    }
  }

  // Lays an answer into the page. What is being typed, or was typed since it was sent, stays in its input.
  lay(html, sent) {
    const template = document.createElement("template");
    template.innerHTML = html;
    const context = template.content.querySelector("#entry-context");
    this.querySelector("#entry-context").replaceWith(context);
    for (const fresh of template.content.querySelectorAll("tr[data-row]")) this.layRow(fresh, sent);
    this.outbox.remark();
    this.history.keep();
    this.count();
    this.panel.changed([...template.content.querySelectorAll("tr[data-row]")].map(r => r.dataset.row));
  }

  layRow(fresh, sent) {
    const row = this.rows.querySelector(`#${fresh.id}`);
    // What is wrong with a cell was told to the one who typed it; nobody else's change takes that away, nor fills again
    // what is blank for it. What was sent of the same row is laid.
    const isTold = (one, outcomes) => [...one.querySelectorAll(`td[data-outcome]${outcomes}`)].some(cell => !sent.has(cell.dataset.cell));
    const parts = (fresh.dataset.parts?.split(" ") ?? []).map(number => this.rows.querySelector(`#row-${number}`)).filter(part => part);
    if (!row || parts.some(part => isTold(part, "[data-outcome=fault]"))) return;
    const told = isTold(row, ":not([data-outcome=saved])");
    if (!told) row.className = `${fresh.className} ${row.classList.contains("selected") ? "selected" : ""}`;
    [...fresh.cells].forEach((next, i) => {
      if (told && !sent.has(next.dataset.cell)) return;
      const old = row.cells[i];
      if (next.dataset.version !== old.dataset.version && !(sent.has(next.dataset.cell) && next.dataset.outcome === "saved")) this.history.changed(next.dataset.cell);
      const input = this.inputOf(old);
      const typed = input?.value;
      const newer = input && typed !== old.dataset.saved && typed !== sent.get(old.dataset.cell);
      const focused = old.contains(document.activeElement);
      // Somebody else's value must not slip under what is being typed: the version seen stays, and leaving shows both.
      if (newer && !(sent.has(old.dataset.cell) && next.dataset.outcome === "saved")) return;
      if (input && this.inputOf(next) && (newer || focused)) {
        const shown = this.inputOf(next);
        for (const { name, value } of [...next.attributes]) old.setAttribute(name, value);
        for (const name of ["aria-invalid", "placeholder"]) {
          if (shown.hasAttribute(name)) input.setAttribute(name, shown.getAttribute(name)); else input.removeAttribute(name);
        }
        if (newer) this.outbox.draft(old.dataset.cell, Number(old.dataset.version), typed);
        else if (typed !== shown.value) input.value = shown.value;
      } else {
        old.replaceWith(next.cloneNode(true));
        if (focused) row.cells[i].querySelector("input, button")?.focus();
      }
    });
  }

  /* ---- What others do ---- */

  // One connection while the page is looked at; the server speaks when the return changes or the session ends.
  listen() {
    if (document.hidden) { this.source?.close(); this.source = null; return; }
    if (this.source) return;
    this.source = new EventSource(this.url("events"));
    this.source.addEventListener("state", event => this.heard(event.data));
    this.source.addEventListener("ended", () => { this.source.close(); this.source = null; this.say("SignedOut"); setTimeout(() => this.listen(), 5_000); });
    this.source.addEventListener("open", () => { this.quiet("SignedOut", "Offline"); this.outbox.flush(); });
    this.source.addEventListener("error", () => {
      if (this.source?.readyState !== EventSource.CLOSED) return;
      this.source = null;
      setTimeout(() => this.listen(), 5_000);
    });
  }

  async heard(data) {
    await this.outbox.idle();
    const [state, , stamp] = data.split("|");
    const here = this.querySelector("#entry-context").dataset;
    const filling = ["open", "in_progress"];
    if (state !== here.state && !(filling.includes(state) && filling.includes(here.state))) this.say("Changed");
    else if (Number(stamp) !== this.stamp) this.refresh();
  }
}

customElements.define("x-entry", EntryElement);
