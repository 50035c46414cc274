// Conveniences of the frame. Every page works without them.

// "/" and Ctrl K put the cursor into the search field; the first time it is entered, suggestions are loaded.
document.addEventListener("keydown", event => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!slash && !k) return;
  if (slash && event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  const fields = [...document.querySelectorAll("form[role=search] input[type=search]")];
  let field = fields.find(f => f.offsetParent);
  const menu = field ? null : document.querySelector("header details.menu");
  if (menu) {
    menu.open = true;
    field = fields.find(f => f.offsetParent);
  }
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
document.addEventListener("focusin", event => {
  const form = event.target.closest?.("form[data-suggest]");
  if (form) import(new URL(form.dataset.module, document.baseURI).href).then(m => m.suggest(form));
});

// A form of controls takes along what was changed in the others beside it and not sent yet: choosing one loses no other.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form.controls[method=get]")) return;
  for (const field of form.querySelectorAll("[data-along]")) field.remove();
  for (const other of document.querySelectorAll("form.controls[method=get]")) {
    if (other === form || other.action !== form.action) continue;
    for (const field of other.elements) {
      if (!field.name || field.type === "hidden" || !changed(field)) continue;
      for (const held of [...form.elements].filter(f => f.type === "hidden" && f.name === field.name)) held.remove();
      const along = Object.assign(document.createElement("input"), { type: "hidden", name: field.name, value: field.value });
      along.dataset.along = "";
      form.append(along);
    }
  }
}, true);
const changed = field => field instanceof HTMLSelectElement
  ? [...field.options].some(o => o.selected !== o.defaultSelected) && [...field.options].some(o => o.defaultSelected)
    || ![...field.options].some(o => o.defaultSelected) && field.selectedIndex > 0
  : field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

// A form whose answer shows something once (data-once) is sent once, however often its button is pressed: the second press
// would cut off the answer to the first.
document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.once === "sent") event.preventDefault();
  form.dataset.once = "sent";
});
addEventListener("pageshow", event => { if (event.persisted) for (const form of document.querySelectorAll("form[data-once]")) form.dataset.once = ""; });

// What can be copied stands in the page; where a browser keeps its clipboard to itself, it is selected.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.dataset.says ??= button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = button.dataset.says; }, 2000);
  } catch {
    getSelection().selectAllChildren(text);
  }
});

// A question before a step (data-asked) speaks of what stands in its form: it closes when something of that is changed
// meanwhile, and with Escape. What had stood in its place (data-instead) comes back, and what was put in is still not sent.
const closeAsked = (asked, goesBack) => {
  const instead = asked.closest("form").querySelector("[data-instead]");
  asked.remove();
  instead.hidden = false;
  instead.dataset.unsaved = "";
  if (goesBack) instead.querySelector("[data-asks]")?.focus();
};
document.addEventListener("input", event => {
  const asked = event.target.closest?.("form")?.querySelector("[data-asked]");
  if (asked) closeAsked(asked, false);
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("header details[open]")) return;
  const asked = document.querySelector("[data-asked]");
  if (asked) closeAsked(asked, true);
});

// Escape, and a click beside them, close the menus of the header.
const closeMenus = except => document.querySelectorAll("header details[open]").forEach(menu => { if (!menu.contains(except)) menu.open = false; });
document.addEventListener("keydown", event => { if (event.key === "Escape") closeMenus(null); });
document.addEventListener("click", event => closeMenus(event.target));

// Going to another page puts the focus on its heading, so that it is read out. The first page leaves it at the top, where
// Tab finds the way past the navigation; a refresh leaves it where it is. (FocusOnNavigate takes it on the first page too.)
// Who has gone into a field while it was fetched stays there.
let path = location.pathname;
let left = null;
document.addEventListener("pagestart", () => { left = document.activeElement; });
const focusHeading = () => {
  if (location.pathname === path) return;
  path = location.pathname;
  if (!location.hash && [left, document.body].includes(document.activeElement)) document.querySelector("h1")?.focus({ preventScroll: true });
};
document.addEventListener("pageload", focusHeading);

// Whoever types or clicks is there, also on a page that answers without a request: said now and then, so that his session does not end
// under his hands. What a page does by itself says nothing.
const often = 30_000;
let present = performance.now();
const sayPresent = event => {
  if (!event.isTrusted || performance.now() - present < often || !navigator.onLine || !document.querySelector("header details.person")) return;
  present = performance.now();
  fetch(new URL("account/session", document.baseURI), { cache: "no-store" }).catch(() => {});
};
for (const name of ["keydown", "pointerdown"]) addEventListener(name, sayPresent, { capture: true, passive: true });

// An element that a module brings to life (a chart, the entry grid) names it; it is loaded on the first page that has one.
const loadModules = () => {
  for (const element of document.querySelectorAll("[module]:not(:defined)")) import(new URL(element.getAttribute("module"), document.baseURI).href);
};
loadModules();
document.addEventListener("pageload", loadModules);

// What was typed and is not sent yet (entry grid, drafts of work pages) stays on this device, but not beyond signing out.
document.addEventListener("submit", event => {
  if (!event.target.matches("form[action$='/account/sign-out']")) return;
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (/^xzd-(entry|draft)\|/.test(key)) store.removeItem(key);
  }
});

// So are the forms that keep what was typed until the server has it.
const loadKept = () => {
  const form = document.querySelector("form[data-kept]");
  if (form) import(new URL(form.dataset.kept, document.baseURI).href);
};
loadKept();
document.addEventListener("pageload", loadKept);

// Passkeys are loaded on the first page that offers them.
const loadPasskeys = async () => {
  const form = document.querySelector("form[data-passkey]");
  if (form) (await import(new URL(form.dataset.module, document.baseURI).href)).show();
};
loadPasskeys();
document.addEventListener("pageload", loadPasskeys);
