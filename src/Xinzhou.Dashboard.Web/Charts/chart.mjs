// <x-chart option="…">: the canvas over a chart's first paint. The option comes from ChartOption (C#); here are only the
// things that JSON cannot say: the colours of the style sheet, the shapes, the tooltip, the picture to keep.
import { init, use } from "echarts/core";
import { CustomChart } from "echarts/charts";
import { DataZoomComponent, GridComponent, TooltipComponent } from "echarts/components";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([CustomChart, GridComponent, TooltipComponent, DataZoomComponent, LabelLayout, CanvasRenderer]);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; position: relative; }
  .canvas { position: absolute; inset: 0; }
  .canvas:empty { display: none; }
  slot { display: block; }
  @media screen and (forced-colors: none) { .canvas:not(:empty) + slot { visibility: hidden; } }
  @media print { .canvas { display: none; } }
  @media (forced-colors: active) { .canvas { display: none; } }`);

const narrow = 430;

class ChartElement extends HTMLElement {
  static observedAttributes = ["option"];

  connectedCallback() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(Object.assign(document.createElement("div"), { className: "canvas" }), document.createElement("slot"));
    }
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this);
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", this.draw);
    this.draw();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.dark.removeEventListener("change", this.draw);
    this.chart?.dispose();
    this.chart = undefined;
    this.shadowRoot.firstChild.replaceChildren();
  }

  attributeChangedCallback() {
    if (this.resized) this.draw();
  }

  draw = () => {
    const { clientWidth: width, clientHeight: height } = this;
    if (!this.isConnected || !width || !height) return;
    if (!this.chart) {
      this.chart = init(this.shadowRoot.firstChild, null, { width, height });
      this.chart.on("click", event => { if (event.data.href) this.open(event.data.href); });
    } else {
      this.chart.resize({ width, height });
    }
    this.chart.setOption(complete(JSON.parse(this.getAttribute("option")), getComputedStyle(this), width), { notMerge: true });
  };

  // A link in the light tree, so that Blazor navigates as with any other.
  open(href) {
    const link = Object.assign(document.createElement("a"), { href, hidden: true });
    this.parentNode.append(link);
    link.click();
    link.remove();
  }

  /** The chart as a picture on paper: title above; source, day and mark below. */
  async image({ title, unit, key, foot }) {
    const paper = Object.assign(document.createElement("div"), { className: "on-paper", hidden: true });
    document.body.append(paper);
    const style = getComputedStyle(paper);
    const [width, height, margin, scale] = [960, 420, 32, 2];
    const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: (height + 134) * scale });
    const drawing = document.createElement("div");
    const chart = init(drawing, null, { width: width - 2 * margin, height });
    try {
      chart.setOption(complete(JSON.parse(this.getAttribute("option")), style, width), { notMerge: true });
      const pen = canvas.getContext("2d");
      pen.scale(scale, scale);
      pen.fillStyle = style.getPropertyValue("--surface");
      pen.fillRect(0, 0, width, height + 134);
      pen.drawImage(chart.renderToCanvas({ pixelRatio: scale }), margin, 72, width - 2 * margin, height);
      const font = style.getPropertyValue("--font");
      const write = (text, x, y, size, colour, weight = 400) => {
        pen.font = `${weight} ${size}px ${font}`;
        pen.fillStyle = style.getPropertyValue(colour);
        pen.fillText(text, x, y, width - 2 * margin);
        return pen.measureText(text).width;
      };
      let at = margin;
      for (const { symbol, colour, text } of key) {
        swatch(pen, symbol, name => style.getPropertyValue(name), colour, at, 52);
        at += 22 + write(text, at + 22, 62, 12, "--ink-2") + 18;
      }
      const end = write(title, margin, 40, 18, "--ink", 600);
      write(unit, margin + end + 12, 40, 13, "--ink-3");
      foot.forEach((line, i) => write(line, margin, height + 92 + i * 18, 12, "--ink-3"));
    } finally {
      chart.dispose();
      paper.remove();
    }
    return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
  }
}

function complete(option, style, width) {
  const colour = name => style.getPropertyValue(name).trim();
  const text = { color: colour("--ink-3"), fill: colour("--ink-3"), fontFamily: colour("--font"), fontSize: 11 };
  const [x, y] = [option.xAxis, option.yAxis];
  for (const axis of [x, y]) {
    const { customValues, texts } = axis.axisLabel;
    axis.axisLabel = { ...text, customValues, formatter: value => texts[customValues.indexOf(value)] ?? "", hideOverlap: true, showMinLabel: null };
    axis.axisLine = { show: false };
    axis.axisTick = { show: false };
  }
  Object.assign(x, {
    axisTick: { show: true, customValues: x.lines, length: 4, lineStyle: { color: colour("--line") } },
    axisLine: { show: true, onZero: false, lineStyle: { color: colour("--line") } },
    splitLine: { show: false },
  });
  y.splitLine = { show: false };
  option.animation = false;
  option.textStyle = { fontFamily: text.fontFamily };
  option.dataZoom?.forEach(zoom => Object.assign(zoom, zoom.type === "slider"
    ? { height: 20, bottom: 6, brushSelect: false, showDataShadow: false, labelFormatter: value => new Date(value).toISOString().slice(0, 7), textStyle: text, borderColor: colour("--field"), fillerColor: colour("--d1-band-95"), handleStyle: { color: colour("--surface"), borderColor: colour("--field") } }
    : { zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, filterMode: "none" }, { filterMode: "none" }));
  option.tooltip = {
    trigger: "item", confine: true, transitionDuration: 0, padding: [8, 12], borderRadius: 2, backgroundColor: colour("--surface"),
    borderColor: colour("--ink-2"), textStyle: { ...text, color: colour("--ink"), fontSize: 12 }, extraCssText: "box-shadow: none; max-width: 22em; white-space: normal",
    formatter: ({ data }) => data.tip ? lines(data.tip) : undefined,
  };
  const items = option.series[0];
  // The level lines, at exactly the labelled values; zero is stronger.
  option.series.unshift({ type: "custom", silent: true, data: [0], renderItem: (_, api) => ({
    type: "group",
    children: y.lines.map(value => {
      const [left, at] = api.coord([x.min, value]);
      return { type: "line", shape: { x1: left, y1: at, x2: api.coord([x.max, value])[0], y2: at, }, style: { stroke: colour(value === 0 ? "--axis" : "--grid") } };
    }),
  }) });
  items.renderItem = ({ dataIndex }, api) => shape(items.data[dataIndex], api, colour, text, width);
  items.labelLayout = { hideOverlap: true };
  return option;
}

// Texts are data: they go in as text, never as markup.
function lines(texts) {
  const box = document.createElement("div");
  texts.forEach((line, i) => {
    const p = box.appendChild(document.createElement(i ? "div" : "b"));
    p.textContent = line;
  });
  return box;
}

function shape(item, api, colour, text, width) {
  const [x, y] = api.coord([item.value[0], item.value[2]]);
  const [x2, y2] = api.coord([item.value[1], item.value[3]]);
  const ground = colour("--surface");
  const line = { stroke: colour(item.colour), lineWidth: 1.5, fill: item.fill ? colour(item.fill) : ground, lineDash: item.dashed ? [2, 2] : null };
  const children = [];
  const add = (type, shape, style = line, more = {}) => children.push({ type, shape, style, ...more });
  const write = (content, at, style = {}) => children.push({
    type: "text", x: at.x, y: at.y, silent: true, style: { ...text, text: content, align: "center", verticalAlign: "bottom", ...style },
  });
  switch (item.shape) {
    case "gap":
      add("rect", { x, y, width: x2 - x, height: y2 - y }, { fill: { image: hatch(line.stroke), repeat: "repeat" } });
      if (item.beside && wide(item.beside) < (x2 - x) * 1.7) write(item.beside, { x: (x + x2) / 2, y: y2 + 36 }, { fontSize: 10.5 });
      break;
    case "milestone":
      add("line", { x1: x, y1: y - 14, x2: x, y2 }, line, { silent: true });
      // Above everything: beside the diamond the words would lie on the bars of a narrow chart.
      write(`{v|${item.label}}${item.beside ? ` ${item.beside}` : ""}`, { x, y: y - 17 }, {
        align: "right", rich: { v: { ...text, fill: colour("--ink"), fontWeight: 600 } },
      });
      if (item.beside) add("polygon", { points: diamond(x, y + 30, 7) }, { ...line, stroke: colour("--ink") });
      break;
    case "bar":
      add("rect", { x, y: Math.min(y, y2), width: Math.max(x2 - x, 1.5), height: Math.max(Math.abs(y2 - y), 1) }, { ...line, lineWidth: 1 });
      break;
    case "join":
      add("line", { x1: x, y1: y, x2, y2 }, { ...line, fill: null }, { silent: true });
      break;
    case "stem":
      add("line", { x1: x, y1: y, x2: x, y2 }, { ...line, lineWidth: 1.2 }, { silent: true });
      break;
    case "span":
      add("line", { x1: x, y1: y, x2, y2: y }, { ...line, lineWidth: 2, lineDash: [7, 4] });
      break;
    case "dot":
      add("circle", { cx: x, cy: y, r: item.small ? 2 : 4 }, { ...line, lineDash: null });
      break;
    case "square":
      add("rect", { x: x - 3, y: y - 3, width: 6, height: 6 });
      break;
    case "diamond":
      add("polygon", { points: diamond(x, y, 6) });
      break;
  }
  if (item.tip && item.shape !== "bar" && item.shape !== "gap") add("circle", { cx: (x + x2) / 2, cy: y, r: 12 }, { fill: "transparent" });
  const labelled = item.shape !== "gap" && item.shape !== "milestone" && (item.label || item.beside);
  if (labelled && (width >= narrow || item.key)) {
    const label = place(item, item.at ? api.coord([item.at, 0])[0] : (x + x2) / 2, y);
    write(`{v|${item.label ?? ""}}${item.label && item.beside ? " " : ""}${item.beside ?? ""}`, label, {
      ...label.style, rich: { v: { stroke: ground, lineWidth: 3, fontFamily: text.fontFamily, fontSize: 12, fontWeight: item.pale ? 400 : 600, fill: colour("--ink") } },
      stroke: ground, lineWidth: 3,
    });
  }
  return { type: "group", children };
}

function place(item, x, y) {
  switch (item.side) {
    case "below": return { x, y: y + 7, style: { verticalAlign: "top" } };
    case "right": return { x: x + 8, y, style: { align: "left", verticalAlign: "middle" } };
    case "left": return { x: x - 8, y, style: { align: "right", verticalAlign: "middle" } };
    default: return { x, y: y - 6 };
  }
}

// About how wide small words are: a Latin letter takes half of an ideograph.
const wide = words => [...words].reduce((sum, c) => sum + (c < "\u2E80" ? 5.6 : 11), 0);

const diamond = (x, y, r) => [[x, y - r], [x + r, y], [x, y + r], [x - r, y]];

function hatch(colour) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 6, height: 6 });
  const pen = canvas.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.3;
  for (const i of [-6, 0, 6]) { pen.moveTo(i - 1, 7); pen.lineTo(i + 7, -1); }
  pen.stroke();
  return canvas;
}

// The symbols of the key (SeriesKey.razor) on the picture.
function swatch(pen, symbol, value, name, x, y) {
  pen.save();
  pen.translate(x, y);
  pen.strokeStyle = value(name);
  pen.fillStyle = symbol === "gap" ? pen.createPattern(hatch(value(name)), "repeat") : value(/^(paleBar|provisional)$/.test(symbol) ? `${name}-pale` : name);
  pen.setLineDash(/^(hollow|provisional)$/.test(symbol) ? [2, 2] : symbol === "span" ? [5, 3] : []);
  pen.lineWidth = symbol === "span" ? 2 : 1;
  pen.beginPath();
  if (symbol === "dot") pen.arc(8, 6, 4, 0, 7);
  else if (symbol === "diamond") { pen.moveTo(8, 1); pen.lineTo(13, 6); pen.lineTo(8, 11); pen.lineTo(3, 6); pen.closePath(); }
  else if (symbol === "span") { pen.moveTo(0, 6); pen.lineTo(16, 6); }
  else if (symbol === "square") pen.rect(5, 3, 6, 6);
  else if (symbol === "gap") pen.rect(0, 0, 16, 12);
  else pen.rect(3, 1, 10, 11);
  if (["bar", "paleBar", "provisional", "dot", "gap"].includes(symbol)) pen.fill();
  if (symbol !== "gap") pen.stroke();
  pen.restore();
}

customElements.define("x-chart", ChartElement);

// "Picture" beside a chart.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("button[data-chart-image]");
  if (!button) return;
  const { title, unit, file, key, ...foot } = button.dataset;
  const blob = await button.closest("figure").querySelector("x-chart").image({ title, unit, key: JSON.parse(key), foot: [foot.source, foot.notice].filter(Boolean) });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
