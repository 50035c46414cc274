// A chart as a picture on paper: title, unit and key above; source, day and mark below. Loaded when one is asked for.

const namespace = "http://www.w3.org/2000/svg";
const [width, margin, enlarged, fine] = [960, 32, 1.25, 2];
const traits = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order", "font-family", "font-size", "font-weight", "text-anchor"];

/** The picture, a PNG of twice as many dots as px. */
export const picture = async (chart, { title, unit, source, notice }) => {
  const paper = Object.assign(document.createElement("div"), { className: "on-paper", inert: true });
  Object.assign(paper.style, { position: "fixed", left: "-9999px", width: `${(width - 2 * margin) / enlarged}px` });
  // The whole series, whatever part is looked at; as wide as the paper, so that its labels find their room.
  paper.append(chart.querySelector(".drawing").cloneNode(true), chart.closest("figure").querySelector(".key")?.cloneNode(true) ?? "");
  document.body.append(paper);
  try {
    const style = getComputedStyle(paper);
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    const font = (size, weight = 400) => { pen.font = `${weight} ${size}px ${style.getPropertyValue("--font")}`; };
    const svg = document.createElementNS(namespace, "svg");
    const texts = [];

    let y = 52;
    let x = margin;
    font(12);
    for (const entry of paper.querySelectorAll(".key > span")) {
      const text = entry.textContent.trim();
      const room = 22 + pen.measureText(text).width;
      if (x > margin && x + room > width - margin) [x, y] = [margin, y + 20];
      svg.append(plain(entry.querySelector("svg"), { x, y, width: 16, height: 12 }));
      texts.push([text, x + 22, y + 10]);
      x += room + 18;
    }

    y += 24;
    const drawing = svg.appendChild(document.createElementNS(namespace, "g"));
    drawing.setAttribute("transform", `translate(${margin} ${y}) scale(${enlarged})`);
    const edge = paper.getBoundingClientRect();
    for (const part of paper.querySelectorAll(".drawing .scale, .drawing .plot")) {
      const box = part.getBoundingClientRect();
      drawing.append(plain(part, { x: box.left - edge.left, y: 0, width: box.width, height: box.height }));
    }

    y += paper.querySelector(".drawing").clientHeight * enlarged + 8;
    for (const line of [source, notice].filter(Boolean).flatMap(text => rows(pen, text, width - 2 * margin))) texts.push([line, margin, y += 18]);
    const height = Math.ceil(y + 20);

    Object.assign(canvas, { width: width * fine, height: height * fine });
    pen.scale(fine, fine);
    pen.fillStyle = style.getPropertyValue("--surface");
    pen.fillRect(0, 0, width, height);
    for (const [name, value] of Object.entries({ width: canvas.width, height: canvas.height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(name, value);
    pen.drawImage(await load(svg), 0, 0, width, height);

    pen.fillStyle = style.getPropertyValue("--ink");
    font(18, 600);
    pen.fillText(title, margin, 36, width - 2 * margin - 120);
    x = margin + Math.min(pen.measureText(title).width, width - 2 * margin - 120) + 12;
    pen.fillStyle = style.getPropertyValue("--ink-3");
    font(13);
    pen.fillText(unit, x, 36, width - margin - x);
    pen.fillStyle = style.getPropertyValue("--ink-2");
    font(12);
    for (const [text, left, base] of texts) pen.fillText(text, left, base);
    return await new Promise(resolve => canvas.toBlob(resolve, "image/png"));
  } finally {
    paper.remove();
  }
};

/** A copy that needs no style sheet. */
function plain(svg, place) {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map(root => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    if (style.display === "none" && !element.closest("defs")) return to[i].remove();
    for (const name of ["class", "style", "href", "data-tip"]) to[i].removeAttribute(name);
    for (const trait of traits) to[i].setAttribute(trait, style.getPropertyValue(trait));
    if (element.localName === "svg") to[i].setAttribute("overflow", "visible");
  });
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, value);
  return copy;
}

async function load(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }));
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** A text on as many rows as it needs; between ideographs it may break, between letters only after a space. */
function rows(pen, text, room) {
  const found = [""];
  for (const piece of text.split(/(?<=[\s\u2E80-\uFFFF])/)) {
    if (found.at(-1) && pen.measureText(found.at(-1) + piece).width > room) found.push(piece);
    else found[found.length - 1] += piece;
  }
  return found;
}
