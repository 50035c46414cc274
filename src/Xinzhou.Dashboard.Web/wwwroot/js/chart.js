// Over a drawn chart (SeriesDrawing): what a mark says, by pointer and by keyboard; a closer look at long series; the
// picture to keep. What it adds stands in its shadow, which a page that is rendered anew leaves alone.

// Within so many px a dot is meant.
const reach = 12;
// The width for which labels are given their room (LabelPlacer, and the edge on the right), px.
const ordinary = 580;
const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12, Home: -Infinity, End: Infinity };
const clamp = (value, low, high) => Math.max(low, Math.min(value, high));

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  .keys, .ring, .tip { position: absolute; pointer-events: none; box-sizing: border-box; }
  .keys { inset: 0; outline: none; }
  .keys:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  .ring { border: 2px solid var(--focus); border-radius: 3px; }
  .tip {
    z-index: 2; width: max-content; max-width: min(22em, 100%); padding: 8px 12px; font: 12px/1.5 var(--font);
    color: var(--ink); background: var(--surface); border: 1px solid var(--ink-2); border-radius: var(--radius);
  }
  .tip > * { display: block; }
  .hint { color: var(--ink-3); }
  [hidden] { display: none; }
  @media print { .ring, .tip { display: none; } }`);

const element = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });

class ChartElement extends HTMLElement {
  zoom = 1;
  at = -1;

  constructor() {
    super();
    this.width = new CSSStyleSheet();
    this.keys = element("div", "keys");
    this.ring = element("div", "ring");
    this.tip = element("div", "tip");
    this.ring.hidden = this.tip.hidden = true;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet, this.width];
    root.append(document.createElement("slot"), this.keys, this.ring, this.tip);
    // One value among many, which the arrow keys change and which is read out: a slider.
    this.keys.role = "slider";
    this.keys.tabIndex = 0;
    this.keys.ariaValueMin = 1;

    this.keys.addEventListener("focus", () => this.tell(this.at < 0 ? Infinity : this.at, "keys"));
    this.keys.addEventListener("blur", () => this.hush());
    this.keys.addEventListener("keydown", event => this.press(event));
    this.addEventListener("pointerdown", event => { this.touched = event.pointerType === "touch"; });
    this.addEventListener("pointermove", event => { if (event.pointerType !== "touch") this.point(event); });
    this.addEventListener("pointerleave", event => { if (event.pointerType !== "touch" && this.how === "pointer") this.hush(); });
    this.addEventListener("click", event => this.choose(event));
    this.addEventListener("scroll", () => { if (this.how === "keys") this.place(); else this.hush(); }, { capture: true });
    this.addEventListener("wheel", event => {
      if (!event.ctrlKey || this.most === 1) return;
      event.preventDefault();
      this.zoomTo(this.zoom * 2 ** (-event.deltaY / 150), event.clientX);
    }, { passive: false });
    this.addEventListener("touchstart", ({ touches }) => { this.pinch = touches.length === 2 && { apart: apart(touches), zoom: this.zoom }; }, { passive: true });
    this.addEventListener("touchmove", event => {
      const { touches } = event;
      if (!this.pinch || touches.length !== 2 || this.most === 1) return;
      event.preventDefault();
      this.zoomTo(this.pinch.zoom * apart(touches) / this.pinch.apart, (touches[0].clientX + touches[1].clientX) / 2);
    }, { passive: false });
  }

  connectedCallback() {
    this.resized = new ResizeObserver(() => this.settle());
    this.resized.observe(this);
    this.renewed = new MutationObserver(() => this.renew());
    this.renewed.observe(this.figure, { subtree: true, childList: true, attributeFilter: ["data-tip", "data-file", "disabled", "tabindex", "zoom"] });
    this.renew();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.renewed.disconnect();
    this.hush();
  }

  get figure() { return this.closest("figure") ?? this; }
  get pane() { return this.querySelector(".pane"); }
  get plot() { return this.querySelector(".plot"); }
  get most() { return this.getAttribute("zoom") > 1 ? this.getAttribute("zoom") * Math.max(1, ordinary / this.pane.clientWidth) : 1; }

  /** The marks with their places on the plot, in the order of time. */
  get marks() {
    const { left, top } = this.plot.getBoundingClientRect();
    return this.known ??= [...this.querySelectorAll("[data-tip]")].map(shape => {
      const box = shape.getBoundingClientRect();
      const mark = { shape, link: shape.closest("a"), bar: shape.localName === "rect", left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
      mark.x = (mark.left + mark.right) / 2;
      mark.y = (mark.top + mark.bottom) / 2;
      return mark;
    }).sort((a, b) => a.right - b.right || a.left - b.left);
  }

  /** The page was rendered anew: the same chart keeps its place, another one begins with the whole. */
  renew() {
    const name = this.figure.querySelector("[data-file]")?.dataset.file;
    if (name !== this.name) {
      this.name = name;
      this.at = -1;
      this.zoomTo(1);
    }
    this.settle();
  }

  settle() {
    this.known = undefined;
    const { keys, most, pane } = this;
    if (this.zoom > most) this.zoomTo(most);
    // What scrolls can be scrolled by keyboard.
    if (pane.hasAttribute("tabindex") !== this.zoom > 1) {
      if (this.zoom > 1) pane.tabIndex = 0; else pane.removeAttribute("tabindex");
    }
    keys.ariaLabel = this.getAttribute("walk");
    keys.ariaValueMax = this.querySelectorAll("[data-tip]").length;
    keys.hidden = keys.ariaValueMax === "0";
    if (this.at < 0) keys.ariaValueNow = keys.ariaValueMax;
    if (this.how === "keys") this.tell(this.at, "keys"); else this.hush();
    const buttons = [...this.figure.querySelectorAll("[data-zoom]")];
    for (const button of buttons) {
      const ended = button.dataset.zoom < 1 ? this.zoom <= 1 : this.zoom >= most;
      if (button.disabled === ended) continue;
      // The focus does not fall to the page.
      const focused = document.activeElement === button;
      button.disabled = ended;
      if (ended && focused) buttons.find(b => b !== button).focus();
    }
  }

  /** The mark that is meant at a place of the window: the smallest around it, and a dot that is near before a bar behind it. */
  under({ clientX, clientY }) {
    const pane = this.pane.getBoundingClientRect();
    if (clientX < pane.left - reach || clientX > pane.right) return -1;
    const { left, top } = this.plot.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    let [best, least] = [-1, Infinity];
    this.marks.forEach((mark, i) => {
      const line = mark.shape.localName === "line";
      const across = mark.bar || line ? Math.max(mark.left - x, 0, x - mark.right) : x - mark.x;
      const up = mark.bar ? Math.max(mark.top - y, 0, y - mark.bottom) : y - mark.y;
      const away = across ** 2 + up ** 2;
      if (away > reach ** 2) return;
      const size = !mark.bar ? Math.PI * away : away ? 1e6 + away : (mark.right - mark.left) * (mark.bottom - mark.top);
      if (size <= least) [best, least] = [i, size];
    });
    return best;
  }

  point(event) {
    const index = this.under(event);
    this.style.cursor = this.marks[index]?.link ? "pointer" : "";
    if (index >= 0) this.tell(index, "pointer"); else if (this.how === "pointer") this.hush();
  }

  /** A click opens the figure of the mark that is meant; a finger asks first what it says. */
  choose(event) {
    const index = this.under(event);
    const { link } = this.marks[index] ?? {};
    if (index < 0) return;
    const ask = this.touched && !(this.how === "touch" && this.at === index);
    if (!ask && (!link || event.target.closest("a") === link)) return;
    event.preventDefault();
    event.stopPropagation();
    if (ask) this.tell(index, "touch"); else open(link, event);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in steps) this.tell(this.at + steps[event.key], "keys");
    else if (event.key === "Enter") open(this.marks[this.at]?.link, event);
    else if (/^[+=]$/.test(event.key)) this.zoomTo(this.zoom * 2);
    else if (event.key === "-") this.zoomTo(this.zoom / 2);
    else return;
    event.preventDefault();
  }

  tell(index, how) {
    const { marks, keys, pane } = this;
    index = clamp(index, 0, marks.length - 1);
    const mark = marks[index];
    if (!mark) return this.hush();
    const lines = mark.shape.dataset.tip.split("\n");
    Object.assign(this, { at: index, how });
    this.tip.replaceChildren(...lines.map((line, i) => element(i ? "span" : "b", "", line)));
    if (mark.link && how !== "pointer") this.tip.append(element("span", "hint", this.getAttribute("open")));
    this.tip.hidden = this.ring.hidden = false;
    keys.ariaValueNow = index + 1;
    keys.ariaValueText = lines.join(" ");
    if (how === "keys" && (mark.x < pane.scrollLeft + reach || mark.x > pane.scrollLeft + pane.clientWidth - reach)) pane.scrollLeft = mark.x - pane.clientWidth / 2;
    this.place();
  }

  /** Above its mark, else below, else beside it; never beyond the chart. */
  place() {
    const [mark, own, plot] = [this.marks[this.at], this.getBoundingClientRect(), this.plot.getBoundingClientRect()];
    const [dx, dy] = [plot.left - own.left, plot.top - own.top];
    const put = (box, left, top) => Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
    Object.assign(this.ring.style, { width: `${mark.right - mark.left + 8}px`, height: `${mark.bottom - mark.top + 8}px` });
    put(this.ring, dx + mark.left - 4, dy + mark.top - 4);
    const measure = room => {
      this.tip.style.maxWidth = room ? `${room}px` : "";
      put(this.tip, 0, 0);
      return [this.tip.offsetWidth, this.tip.offsetHeight];
    };
    let [width, height] = measure();
    const [above, below, beyond, before] = [dy + mark.top - height - 8, dy + mark.bottom + 8, dx + mark.right + 12, dx + mark.left - 12];
    let [left, top] = [dx + mark.x - width / 2, above];
    if (above < 0 && below + height <= own.height) top = below;
    else if (above < 0) {
      // Beside it, as narrow as the wider side is: a year does not hide its half-year.
      const isAfter = own.width - beyond >= Math.min(width, before);
      const room = isAfter ? own.width - beyond : before;
      if (width > room) [width, height] = measure(Math.max(room, 96));
      left = isAfter ? beyond : before - width;
    }
    [left, top] = [clamp(left, 0, own.width - width), clamp(top, 0, own.height - height)];
    put(this.tip, left, top);
  }

  hush() {
    this.how = undefined;
    this.tip.hidden = this.ring.hidden = true;
  }

  /** Makes the plot this many times as wide; what stands at a place of the window stays there. */
  zoomTo(zoom, clientX) {
    const { pane } = this;
    zoom = clamp(zoom, 1, this.most);
    if (zoom === this.zoom) return;
    const offset = clientX === undefined ? pane.clientWidth / 2 : clientX - pane.getBoundingClientRect().left;
    const width = () => this.plot.getBoundingClientRect().width;
    const share = (pane.scrollLeft + offset) / width();
    this.zoom = zoom;
    this.width.replaceSync(zoom > 1 ? `@media screen { :host { --zoom: ${zoom}; --zoom-overflow: auto hidden; } }` : "");
    pane.scrollLeft = share * width() - offset;
    this.settle();
  }
}

const apart = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

// By a click, so that page.js takes it as that of any other link.
const open = (link, { ctrlKey, metaKey, shiftKey }) =>
  link?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, view: window, ctrlKey, metaKey, shiftKey }));

customElements.define("x-chart", ChartElement);

const others = (target, act) => document.querySelectorAll("x-chart").forEach(chart => { if (!chart.contains(target)) act(chart); });
document.addEventListener("pointerdown", event => others(event.target, chart => chart.hush()));
document.addEventListener("keydown", event => { if (event.key === "Escape") others(null, chart => chart.hush()); });

document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-zoom], [data-chart-image]");
  const chart = button?.closest("figure").querySelector("x-chart");
  if (!chart) return;
  if (button.dataset.zoom) return chart.zoomTo(chart.zoom * button.dataset.zoom);
  const { picture } = await import("./chart-picture.js");
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await picture(chart, button.dataset)), download: button.dataset.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
