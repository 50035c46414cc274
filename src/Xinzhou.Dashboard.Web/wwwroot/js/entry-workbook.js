// The return as a workbook that comes back: the server says what it would do, and gives it back with remarks. The page
// keeps the file only as long as its preview stands.

export class Workbook {
  constructor(grid) {
    this.grid = grid;
    this.button = grid.querySelector("[data-upload]");
    this.input = grid.querySelector("#entry-workbook");
    this.button?.addEventListener("click", () => this.input.click());
    this.input?.addEventListener("change", () => this.chosen());
    grid.paste.place.addEventListener("click", event => {
      const annotate = event.target.closest("[data-annotate]");
      if (annotate) this.annotate(annotate.dataset.annotate);
    });
  }

  async chosen() {
    const [file] = this.input.files;
    this.input.value = "";   // the same file, mended, may be chosen again
    if (!file || this.going) return;
    this.going = true;
    this.button.setAttribute("aria-disabled", "true");
    this.grid.quiet("text");
    // A copy: what is sent later is what was previewed, though the file may have been saved again meanwhile.
    const content = await file.arrayBuffer().catch(() => null);
    await this.grid.outbox.idle();
    this.content = content && new Blob([content], { type: file.type });
    const html = await this.post(`workbook?name=${encodeURIComponent(file.name)}`, answer => answer.text());
    this.going = false;
    this.button.removeAttribute("aria-disabled");
    if (html !== null) this.grid.paste.show(html, () => { this.content = null; return this.button; });
  }

  async annotate(name) {
    const file = await this.post("workbook/remarks", answer => answer.blob());
    if (file === null) return;
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async post(path, read) {
    const answer = this.content && await this.grid.fetch(path, this.content).catch(() => null);
    if (!answer) { this.grid.say("Offline"); return null; }
    if (answer.ok) return await read(answer);
    const sentence = (await answer.json().catch(() => ({}))).detail;
    if (sentence) this.grid.sayText(sentence);
    else this.grid.say("SignedOut");
    return null;
  }
}
