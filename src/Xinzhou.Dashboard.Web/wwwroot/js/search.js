// Suggestions of the search field: a list below it, walked by the arrow keys. Enter without a choice searches as ever.

const wait = 120;

const known = new WeakSet();

export const suggest = form => {
  const [field, list] = [form.querySelector("input[type=search]"), form.querySelector("[role=listbox]")];
  if (known.has(field)) return;
  known.add(field);
  let [timer, asked, at] = [0, null, -1];
  const items = () => [...list.children];

  const choose = index => {
    at = index;
    items().forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", items()[at].id);
      items()[at].scrollIntoView({ block: "nearest" });
    }
  };

  const show = found => {
    list.replaceChildren(...found.map(({ text, note, href }, i) => {
      const item = Object.assign(document.createElement("a"), { id: `${list.id}-${i}`, role: "option", href, tabIndex: -1 });
      item.append(Object.assign(document.createElement("span"), { textContent: text }));
      if (note) item.append(Object.assign(document.createElement("small"), { textContent: note }));
      return item;
    }));
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    show([]);
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(`${form.dataset.suggest.split("?")[0]}?${query}`, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok && document.activeElement === field) show(await answer.json());
    } catch {
      // Left, or the server is away: the form still searches.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim() === "") close();
    else timer = setTimeout(ask, wait);
  });
  field.addEventListener("keydown", event => {
    if (event.isComposing || list.hidden) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") choose(at === last ? 0 : at + 1);
    else if (event.key === "ArrowUp") choose(at <= 0 ? last : at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) items()[at].click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The mouse goes to the link before the field is left.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", close);
  form.addEventListener("submit", close);
  field.addEventListener("blur", close);
  // Fast hands have typed before this was here.
  if (field.value !== field.defaultValue && field.value.trim() !== "") ask();
};
