// What a live page must not take from its reader: the control he is at or has changed, and the parts he has opened.

const controls = "input:not([type=hidden]), select, textarea";
const releases = new Set();
const longestRefresh = 15_000;

const changed = control =>
  control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked
  : control instanceof HTMLSelectElement ? [...control.options].some(o => o.selected !== o.defaultSelected) && !untouched(control)
  : control.value !== control.defaultValue;

// A select none of whose options is marked shows its first one: nobody chose that.
const untouched = select => !select.multiple && select.selectedIndex <= 0 && ![...select.options].some(o => o.defaultSelected);

/** Whether the page may be rendered anew without taking anything away. What is marked data-unsaved was sent and refused. */
const isCalm = () =>
  !document.querySelector("[data-unsaved]") && !document.activeElement?.matches(controls) && ![...document.querySelectorAll(controls)].some(changed);

/** Resolves when the page is calm, or when the reader says so. */
export const whenCalm = () => new Promise(resolve => {
  const events = ["focusout", "change", "input", "reset", "submit"];
  const look = () => setTimeout(() => { if (isCalm()) done(); });
  const done = () => {
    Blazor.removeEventListener("enhancedload", look);
    events.forEach(name => document.removeEventListener(name, look, true));
    releases.delete(done);
    resolve();
  };
  events.forEach(name => document.addEventListener(name, look, true));
  Blazor.addEventListener("enhancedload", look);
  releases.add(done);
  look();
});

/** The reader wants the news now. */
export const goAhead = () => [...releases].forEach(done => done());

// When a form was sent whose answer takes the place of this page: to load the page anew would cut that off.
let sent = -Infinity;
const longestAnswer = 60_000;
document.addEventListener("submit", event => setTimeout(() => { if (!event.defaultPrevented) sent = performance.now(); }));

// What the page asks for by itself is no activity of its reader: the request says so, and does not prolong his session.
const byItself = { "X-Background": "page" };

const sessionOf = async () => {
  const answer = await fetch(new URL("account/session", document.baseURI), { cache: "no-store", headers: byItself }).catch(() => null);
  return answer?.ok ? await answer.json().catch(() => null) : null;
};

/**
 * The session that the page was opened with has ended. If the browser has another one of the same person (he has changed his
 * own password in this window or beside it), nothing is taken from him: the page is loaded anew once it is calm. Does not
 * wait for any of it.
 */
export const leave = person => {
  const pause = wait => new Promise(resolve => setTimeout(resolve, wait));
  (async () => {
    let wait = 500;
    while (performance.now() - sent < longestAnswer) await pause(wait);
    let session;
    while (!(session = await sessionOf())) await pause(wait = Math.min(2 * wait, 15_000));
    // The news may be here before the browser has the cookie of the new session: what is typed waits for that a little.
    for (let tries = 0; !session?.user && !isCalm() && tries < 20; tries++) {
      await pause(500);
      session = await sessionOf();
    }
    if (!session) return leave(person);
    if (session.user && session.user === person) await whenCalm();
    location.replace(location.pathname + location.search);
  })();
};

const once = (name, act) => {
  const heard = () => { Blazor.removeEventListener(name, heard); act(); };
  Blazor.addEventListener(name, heard);
};

// Blazor asks for the page within the call, by an address of this site: only in that mode may a request carry a header of ours.
const navigateByItself = address => {
  const given = window.fetch;
  window.fetch = (what, how) => {
    window.fetch = given;
    return given.call(window, what, { ...how, mode: "same-origin", headers: { ...how?.headers, ...byItself } });
  };
  try {
    Blazor.navigateTo(address, { replaceHistoryEntry: true });
  } finally {
    window.fetch = given;
  }
};

/**
 * Renders the page anew and resolves when that has wholly arrived, or takes too long: the next refresh would cut this one
 * off. What is open now is opened again. False, and nothing done, when it would take something away, unless `anyhow`.
 */
export const refresh = async anyhow => {
  if (!anyhow && !isCalm()) return false;
  const nameOf = details => details.id || `${details.className}|${details.querySelector("summary")?.textContent}`;
  const open = new Set([...document.querySelectorAll("details[open]")].map(nameOf));
  once("enhancedload", () => {
    for (const details of document.querySelectorAll("details:not([open])")) if (open.has(nameOf(details))) details.open = true;
  });
  // The document changes before its answer has ended.
  const ended = new Promise(resolve => once("enhancednavigationend", resolve));
  navigateByItself(location.href);
  await Promise.race([ended, new Promise(resolve => setTimeout(resolve, longestRefresh))]);
  return true;
};
