// Conveniences of the frame. Every page works without them.

// "/" puts the cursor into the search field.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = [...document.querySelectorAll("form[role=search] input[type=search]")].find(f => f.offsetParent);
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// Escape, and a click beside them, close the menus of the header.
const closeMenus = except => document.querySelectorAll("header details[open]").forEach(menu => { if (!menu.contains(except)) menu.open = false; });
document.addEventListener("keydown", event => { if (event.key === "Escape") closeMenus(null); });
document.addEventListener("click", event => closeMenus(event.target));

// Going to another page puts the focus on its heading, so that it is read out. The first page leaves it at the top, where
// Tab finds the way past the navigation; a refresh leaves it where it is. (FocusOnNavigate takes it on the first page too.)
let path = location.pathname;
const focusHeading = () => {
  if (location.pathname === path) return;
  path = location.pathname;
  if (!location.hash) document.querySelector("h1")?.focus({ preventScroll: true });
};
Blazor.addEventListener("enhancedload", focusHeading);

// An element that a module brings to life (a chart, the entry grid) names it; it is loaded on the first page that has one.
const loadModules = () => {
  for (const element of document.querySelectorAll("[module]:not(:defined)")) import(new URL(element.getAttribute("module"), document.baseURI).href);
};
loadModules();
Blazor.addEventListener("enhancedload", loadModules);

// What was typed and is not sent yet (entry grid, drafts of work pages) stays on this device, but not beyond signing out.
document.addEventListener("submit", event => {
  if (!event.target.matches("form[action$='/account/sign-out']")) return;
  for (const key of Object.keys(localStorage)) if (/^xzd-(entry|draft)\|/.test(key)) localStorage.removeItem(key);
});

// So are the forms that keep what was typed until the server has it.
const loadKept = () => {
  const form = document.querySelector("form[data-kept]");
  if (form) import(new URL(form.dataset.kept, document.baseURI).href);
};
loadKept();
Blazor.addEventListener("enhancedload", loadKept);

// Passkeys are loaded on the first page that offers them.
const loadPasskeys = async () => {
  const form = document.querySelector("form[data-passkey]");
  if (form) (await import(new URL(form.dataset.module, document.baseURI).href)).show();
};
loadPasskeys();
Blazor.addEventListener("enhancedload", loadPasskeys);
