// Follows what is committed elsewhere, and has the page put in place anew (page.js) when there is something new. The server says on one
// WebSocket that there is, never what: “now STAMP VERSION READER” at first, “new STAMP”, “end READER” when the reader's session has
// ended, nothing when nothing is new. Whom no WebSocket reaches asks for the first word now and then.
// A live page must not take from its reader the control he is at or has changed.

const pause = 500;             // a long import commits often: the first change shows at once, the following ones together
const silence = 60_000;        // something is said every 25 seconds
const longestWait = 15_000;

const controls = "input:not([type=hidden]), select, textarea";
const releases = new Set();

const wait = time => new Promise(resolve => setTimeout(resolve, time));

const changed = control =>
  control.type === "checkbox" || control.type === "radio" ? control.checked !== control.defaultChecked
  : control instanceof HTMLSelectElement ? [...control.options].some(o => o.selected !== o.defaultSelected) && !untouched(control)
  : control.value !== control.defaultValue;

// A select none of whose options is marked shows its first one: nobody chose that.
const untouched = select => !select.multiple && select.selectedIndex <= 0 && ![...select.options].some(o => o.defaultSelected);

/** Whether the page may be put in place anew without taking anything away. What is marked data-unsaved was sent and refused. */
const isCalm = () =>
  !document.querySelector("[data-unsaved]") && !document.activeElement?.matches(controls) && ![...document.querySelectorAll(controls)].some(changed);

/** Resolves when the page is calm, or when the reader says so: with what says whether the new page is still welcome when it is there. */
const whenCalm = () => new Promise(resolve => {
  const events = ["focusout", "change", "input", "reset", "submit", "pageload"];
  const look = () => setTimeout(() => { if (isCalm()) done(isCalm); });
  const done = isWelcome => {
    events.forEach(name => document.removeEventListener(name, look, true));
    releases.delete(done);
    resolve(isWelcome);
  };
  events.forEach(name => document.addEventListener(name, look, true));
  releases.add(done);
  look();
});

// What the page asks for by itself is no activity of its reader: the request says so, and does not prolong his session.
const byItself = { "X-Background": "page" };

let refresh;                   // of page.js
let island = null;             // of the page that is shown; null where nothing is followed
let person;                    // whose page it is; not known before the first word, nor of somebody unknown
let [isNew, isRefreshing, isLost, hasLeft] = [false, false, false, false];
let told = "";

/** The page that is shown now is followed, or is not. */
export const follow = how => {
  refresh = how;
  island = document.getElementById("live");
  note();
  if (!island) lose();
  else {
    island.connected = isHeard;
    run();
    take();
  }
};

const follows = () => island?.dataset.follows !== undefined;
const isKnown = () => !!document.querySelector("header details.person");

// The stream, for as long as the page is followed.

let socket = null;
let [lose, wake] = [() => {}, () => {}];
let [heardAt, isHeard, isRunning] = [0, false, false];
let [away, back] = [null, () => {}];

const run = async () => {
  if (isRunning) return;
  isRunning = true;
  for (let tries = 0; island; tries++) {
    if (await hold()) tries = 0;
    if (!island) break;
    if (away) {
      await away;
      continue;
    }
    await ask();
    await new Promise(resolve => {
      wake = resolve;
      setTimeout(resolve, Math.min(1000 * 2 ** tries, longestWait) * (0.5 + Math.random() / 2));
    });
  }
  isRunning = false;
};

/** Resolves when the stream is lost: true when something had been said on it. */
const hold = () => new Promise(resolve => {
  const at = new URL("live", document.baseURI);
  at.protocol = at.protocol.replace("http", "ws");
  let [mine, hasSpoken, watch] = [null, false, 0];
  const listen = () => {
    heardAt = performance.now();
    clearTimeout(watch);
    watch = setTimeout(() => lose(), silence);
  };
  lose = () => {
    clearTimeout(watch);
    lose = () => {};
    socket = null;
    if (mine) {
      mine.onclose = mine.onmessage = null;
      // One that is being opened is not broken off: browsers call that an error.
      if (mine.readyState === WebSocket.CONNECTING) mine.onopen = () => mine.close();
      else mine.close();
    }
    hears(false);
    resolve(hasSpoken);
  };
  try {
    socket = mine = new WebSocket(at);
  } catch {
    return lose();
  }
  mine.onclose = () => lose();
  mine.onmessage = ({ data }) => {
    hasSpoken = true;
    listen();
    hear(data);
    hears(true);
  };
  listen();
});

const hears = isOpen => {
  isHeard = isOpen;
  if (island) island.connected = isOpen;
};

/** How things stand, without a stream. A server that does not answer either is lost for now. */
const ask = async () => {
  const answer = await fetch(new URL("live", document.baseURI), { cache: "no-store", headers: byItself }).catch(() => null);
  if (answer?.ok) hear(await answer.text().catch(() => ""));
  else if (answer?.status === 401 && isKnown()) leave();
  else {
    isLost = true;
    note();
  }
};

// Somebody looks again, or the network is back: nobody waits then.
const look = () => {
  if (document.hidden) return;
  if (socket && performance.now() - heardAt > silence / 2) lose();
  wake();
};
addEventListener("online", look);
document.addEventListener("visibilitychange", look);

// A page that is kept for the way back holds no stream meanwhile.
addEventListener("pagehide", () => {
  away = new Promise(resolve => { back = resolve; });
  lose();
});
addEventListener("pageshow", () => {
  away = null;
  back();
  look();
});

const hear = said => {
  isLost = false;
  note();
  const [what, stamp, version, reader] = said.split(" ");
  if (what === "now") {
    if (isKnown()) person ??= reader;
    if (isKnown() && (reader === "-" || reader !== person)) leave();
    else if (stamp !== island?.dataset.rendered || version !== island?.dataset.version) renew(stamp);
  } else if (what === "new") renew(stamp);
  else if (what === "end") leave();
};

const note = () => document.getElementById("components-reconnect-modal")?.classList.toggle("components-reconnect-show", isLost && !!island);

// What is new is put in place.

const renew = stamp => {
  [told, isNew] = [stamp, follows()];
  take();
};

const take = async () => {
  if (isRefreshing) return;
  isRefreshing = true;
  for (let failures = 0; isNew && follows() && !hasLeft;) {
    isNew = false;
    const rested = wait(pause);
    let isWelcome = isCalm;
    if (!isCalm()) {
      announce(true);
      isWelcome = await whenCalm();
      announce(false);
      if (!follows()) break;
    }
    const isDone = await refresh(byItself, isWelcome).catch(() => false) && !isBefore(island?.dataset.rendered ?? told, told);
    failures = isDone ? 0 : failures + 1;
    // Another server of the same site may be a moment behind; one that stays so is not waited for.
    if (!isDone && failures < 8) {
      isNew = true;
      await wait(Math.min(250 * 2 ** failures, longestWait));
    }
    await rested;
  }
  isRefreshing = false;
};

const isBefore = (one, other) => one.length < other.length || one.length === other.length && one < other;

/** While a change waits for the reader, that is said, with a button that shows it at once. */
const announce = isWaiting => {
  const place = document.getElementById("live");
  place?.querySelector(":scope > .news")?.remove();
  if (!place || !isWaiting) return;
  place.append(place.querySelector("template").content.cloneNode(true));
  place.querySelector(".news button").addEventListener("click", () => [...releases].forEach(done => done(() => true)));
};

// When a form was sent whose answer takes the place of this page: to load the page anew would cut that off.
let sent = -Infinity;
const longestAnswer = 60_000;
document.addEventListener("submit", event => setTimeout(() => { if (!event.defaultPrevented) sent = performance.now(); }));

const sessionOf = async () => {
  const answer = await fetch(new URL("account/session", document.baseURI), { cache: "no-store", headers: byItself }).catch(() => null);
  return answer?.ok ? await answer.json().catch(() => null) : null;
};

/**
 * The session that the page was opened with has ended. If the browser has another one of the same person (he has changed his
 * own password in this window or beside it), nothing is taken from him: the page is loaded anew once it is calm.
 */
const leave = async () => {
  if (hasLeft) return;
  hasLeft = true;
  let pauseNow = 500;
  while (performance.now() - sent < longestAnswer) await wait(pauseNow);
  let session;
  while (!(session = await sessionOf())) await wait(pauseNow = Math.min(2 * pauseNow, 15_000));
  // The news may be here before the browser has the cookie of the new session: what is typed waits for that a little.
  for (let tries = 0; !session?.user && !isCalm() && tries < 20; tries++) {
    await wait(500);
    session = await sessionOf();
  }
  if (session?.user && session.user === person) await whenCalm();
  location.replace(location.pathname + location.search);
};
