// Any table of a reading page, also that of a chart, can be taken away as it stands: a button below it writes it as CSV, with what the page is,
// the day it speaks from, the notice of the platform and the mark of the demonstration inside the file.

class Tables extends HTMLElement {
  connectedCallback() {
    this.offer = () => document.querySelectorAll("main table.table").forEach(table => this.#offer(table));
    this.offer();
    document.addEventListener("pageload", this.offer);
  }

  disconnectedCallback() { document.removeEventListener("pageload", this.offer); }

  #offer(table) {
    const place = table.closest(".scroll") ?? table;
    const isOfChart = !!table.closest("figure.chart details.data");
    if (place.nextElementSibling?.matches("[data-take]")) return;
    if (!isOfChart && (table.tBodies[0]?.rows.length < 3 || table.closest("details, figure, form"))) return;
    const line = Object.assign(document.createElement("p"), { className: "take no-print" });
    line.dataset.take = "";
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: this.dataset.word });
    button.addEventListener("click", () => this.#take(table));
    line.append(button);
    place.after(line);
  }

  #take(table) {
    const heading = words(document.querySelector("h1"));
    // What a chart shows, and in which unit, stands in the caption of its table, for those who hear it.
    const panel = table.closest("figure.chart") ? table.caption?.textContent.trim() : words(table.closest(".panel")?.querySelector("h2, h3"));
    const title = [...new Set([heading, panel])].filter(t => t).join(" - ");
    const head = [this.dataset.mark, title, this.dataset.notice].filter(t => t).map(t => [t]);
    const rows = [...table.rows].filter(r => r.cells.length > 0).map(row => [...row.cells].flatMap(cell => [words(cell), ...Array(cell.colSpan - 1).fill("")]));
    const text = [...head, ...rows].map(row => row.map(quoted).join(",")).join("\r\n") + "\r\n";
    const file = new Blob(["\uFEFF", text], { type: "text/csv" });
    const link = Object.assign(document.createElement("a"), {
      href: URL.createObjectURL(file), download: `${title}-${this.dataset.day}.csv`.replaceAll(/[\\/:*?"<>|]/g, " "),
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}

const words = cell => (cell?.innerText ?? "").replaceAll(/\s+/g, " ").trim();

// A minus of print is one that a spreadsheet reads; a number stays a number, and a text that begins like a formula stays text.
const quoted = text => {
  const plain = /^−[\d.]+$/.test(text) ? text.replace("−", "-") : /^[=+@\t\r-]/.test(text) && !/^[+-]?[\d,]+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

customElements.define("x-tables", Tables);
