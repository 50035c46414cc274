// Goes from page to page within one document: fetches the page of a link or of a form of controls and puts it in the place of the
// one that is shown. What is the same stays as it is, with its focus, its scroll and what scripts have made of it. Links and forms
// work without it. data-enhance-nav="false" on a link, or around it, leaves it to the browser; data-enhance takes a form.
// Whoever has to know is told by events of the document: pagestart, pageload (the new page stands), pageend.

const say = name => document.dispatchEvent(new CustomEvent(name));

// The address that is shown, and what is being fetched in its place.
let shown = new URL(location.href);
let fetching = null;
const longestRefresh = 15_000;

/** What the document loads; a page that loads other files (a work page, another version of the application) cannot be put into it. */
const filesOf = page => [...page.querySelectorAll("link[rel=stylesheet], script[src]")].map(e => e.getAttribute("href") ?? e.getAttribute("src")).join(" ");

const fetched = async (address, how) => {
  try {
    const answer = await fetch(address, how);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html");
    // A file that is to be saved is the browser's to fetch.
    if (!isPage) await answer.body?.cancel();
    const page = isPage && new DOMParser().parseFromString(await answer.text(), "text/html");
    return { status: answer.status, at: new URL(answer.url), page: page && filesOf(page) === filesOf(document) ? page : null, isPage };
  } catch {
    return null;
  }
};

const place = page => {
  attributes(document.documentElement, page.documentElement);
  children(document.head, page.head);
  node(document.body, page.body);
  say("pageload");
};

// What stood in the controls when the page that is being put in place was asked for.
let asked = null;
const stateOf = control => ["checkbox", "radio"].includes(control.type) ? control.checked : control.value;

/** Shows the page of an address. `push`: the way back leads to the one that is shown now; else it is one to come back to. */
const show = async (address, push) => {
  fetching?.stop.abort();
  const mine = fetching = { stop: new AbortController() };
  const had = new Map([...document.querySelectorAll("input, select, textarea")].map(control => [control, stateOf(control)]));
  mine.ended = (async () => {
    say("pagestart");
    const got = await fetched(address, { headers: { Accept: "text/html" }, signal: mine.stop.signal });
    if (fetching !== mine) return;
    // What is no page, or one of another kind, is the browser's.
    if (!got?.page) return push ? location.assign(address) : location.reload();
    const at = Object.assign(got.at, { hash: address.hash });
    if (push) {
      keepScroll();
      history[at.href === location.href ? "replaceState" : "pushState"](null, "", at);
    } else if (at.href !== location.href) history.replaceState(history.state, "", at);
    const isOther = at.pathname !== shown.pathname;
    shown = at;
    // Of the page that he leaves nothing stays but what he searches for.
    asked = isOther ? new Map([...had].filter(([control]) => control.closest("form[role=search]"))) : had;
    place(got.page);
    asked = null;
    if (!push) scrollTo(0, history.state?.scroll ?? scrollY);
    else if (at.hash) location.replace(at.href);   // so that the browser marks the place
    else if (isOther) scrollTo(0, 0);
  })().finally(() => {
    if (fetching === mine) fetching = null;
    say("pageend");
  });
  await mine.ended;
};

// A browser goes back to where it was on a page before the page is there again.
const keepScroll = () => history.replaceState({ scroll: scrollY }, "");
addEventListener("scrollend", () => { if (!fetching) keepScroll(); });

/**
 * Fetches the page that is shown once more and puts it in place; parts that are open stay open. What its reader is going to comes
 * first. `isWelcome` is asked when the page is there: its reader may have begun something meanwhile. False when it could not be had, or is not welcome.
 */
const refresh = async (headers, isWelcome) => {
  while (fetching) await fetching.ended.catch(() => {});
  const [mine, before] = [fetching = { stop: new AbortController() }, shown.href];
  const limit = setTimeout(() => mine.stop.abort(), longestRefresh);
  mine.ended = (async () => {
    say("pagestart");
    const got = await fetched(shown, { cache: "no-cache", headers: { Accept: "text/html", ...headers }, signal: mine.stop.signal });
    // Gone elsewhere meanwhile: that page is as new.
    if (fetching !== mine || shown.href !== before) return true;
    // A server that is busy or has lost its database for a moment takes no page away.
    if (!got?.isPage || got.status >= 500 || got.status === 429 || !isWelcome()) return false;
    if (!got.page || got.at.pathname !== shown.pathname) {
      location.reload();
      return true;
    }
    const open = new Set([...document.querySelectorAll("details[open]")].map(nameOf));
    for (const details of got.page.querySelectorAll("details:not([open])")) if (open.has(nameOf(details))) details.open = true;
    place(got.page);
    return true;
  })().finally(() => {
    clearTimeout(limit);
    if (fetching === mine) fetching = null;
    say("pageend");
  });
  return await mine.ended;
};

const nameOf = details => details.id || `${details.className}|${details.querySelector("summary")?.textContent}`;

// What is put in place of what: the nodes of two pages that are taken for the same.

const isElement = n => n.nodeType === Node.ELEMENT_NODE;
const kindOf = n => isElement(n) ? `${n.localName}#${n.getAttribute("id") ?? ""}` : n.nodeType;
const nodesOf = parent => [...parent.childNodes].map(node => ({ node, kind: kindOf(node), type: isElement(node) ? `${kindOf(node)}.${node.getAttribute("class") ?? ""}` : node.nodeType }));
const mostCompared = 250_000;

const node = (old, now) => {
  if (!isElement(old)) {
    if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue;
    return;
  }
  attributes(old, now);
  // What stands in it is its script's.
  if (old.hasAttribute("data-own")) return;
  if (old.localName === "template") {
    if (old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML;
    return;
  }
  children(old, now);
  control(old);
};

const attributes = (old, now) => {
  for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const name of old.getAttributeNames()) if (!now.hasAttribute(name)) old.removeAttribute(name);
};

/** What begins and ends alike stays; between that, as few nodes as possible come and go (Levenshtein). */
const children = (old, now) => {
  const [a, b] = [nodesOf(old), nodesOf(now)];
  let [from, endA, endB] = [0, a.length, b.length];
  while (from < endA && from < endB && a[from].type === b[from].type) node(a[from].node, b[from++].node);
  while (endA > from && endB > from && a[endA - 1].type === b[endB - 1].type) node(a[--endA].node, b[--endB].node);
  if (from === endA && from === endB) return;
  let next = a[endA]?.node ?? null;
  const keep = (i, j) => node(next = a[i].node, b[j].node);
  const add = j => { next = old.insertBefore(b[j].node, next); };
  let [i, j] = [endA, endB];
  if ((endA - from) * (endB - from) > mostCompared) {
    // Too many to look for the best: from the end, one for the other.
    while (i > from && j > from && a[i - 1].kind === b[j - 1].kind) keep(--i, --j);
    while (i > from) a[--i].node.remove();
    while (j > from) add(--j);
    return;
  }
  const width = endB - from + 1;
  const cost = new Uint32Array((endA - from + 1) * width);
  const at = (i, j) => cost[(i - from) * width + j - from];
  const kept = (i, j) => a[i].kind !== b[j].kind ? Infinity : at(i, j) + (a[i].type === b[j].type ? 0 : 1);
  for (let i = from; i <= endA; i++) {
    for (let j = from; j <= endB; j++) {
      cost[(i - from) * width + j - from] = i === from ? 2 * (j - from) : j === from ? 2 * (i - from)
        : Math.min(kept(i - 1, j - 1), at(i - 1, j) + 2, at(i, j - 1) + 2);
    }
  }
  while (i > from || j > from) {
    const here = at(i, j);
    if (i > from && j > from && here === kept(i - 1, j - 1)) keep(--i, --j);
    else if (j > from && here === at(i, j - 1) + 2) add(--j);
    else a[--i].node.remove();
  }
};

/** A control shows what the page says, whatever had been put in; but for what its reader has put in since he asked for the page. */
const control = e => {
  if (asked?.has(e) && asked.get(e) !== stateOf(e)) return;
  if (e instanceof HTMLSelectElement) {
    const [chosen, options] = [new Set([...e.options].filter(o => o.defaultSelected)), [...e.options]];
    if (!e.multiple && chosen.size === 0) e.selectedIndex = 0;
    else for (const option of options) if (option.selected !== chosen.has(option)) option.selected = chosen.has(option);
  } else if (e instanceof HTMLTextAreaElement || e instanceof HTMLInputElement && !["file", "hidden"].includes(e.type)) {
    if (e.type === "checkbox" || e.type === "radio") e.checked = e.defaultChecked;
    else if (e.value !== e.defaultValue) e.value = e.defaultValue;
  }
};

const isOurs = at => at.origin === location.origin && at.href.startsWith(document.baseURI);

document.addEventListener("click", event => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.composedPath().find(e => e instanceof HTMLAnchorElement || e instanceof SVGAElement);
  const target = link?.getAttribute("target");
  if (!link?.hasAttribute("href") || link.hasAttribute("download") || target && target !== "_self") return;
  if (link.closest("[data-enhance-nav]")?.dataset.enhanceNav === "false") return;
  const at = new URL(link.getAttribute("href"), document.baseURI);
  // A place on this page is found by the browser.
  if (!isOurs(at) || at.hash && at.pathname === shown.pathname && at.search === shown.search) return;
  event.preventDefault();
  show(at, true);
});

document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-enhance][method=get]")) return;
  const at = new URL(form.getAttribute("action") ?? "", document.baseURI);
  if (!isOurs(at)) return;
  event.preventDefault();
  at.search = new URLSearchParams(new FormData(form, event.submitter));
  show(at, true);
});

addEventListener("popstate", () => {
  const at = new URL(location.href);
  if (at.pathname === shown.pathname && at.search === shown.search) shown = at;
  else show(at, false);
});

// A page that can change says where it is followed; what follows it is loaded with the first.
let live = null;
const follow = async () => {
  const island = document.getElementById("live");
  if (!island && !live) return;
  live ??= import(new URL(island.dataset.module, document.baseURI).href);
  (await live).follow(refresh);
};
document.addEventListener("pageload", follow);
follow();
