// Forms whose words must not be lost (data-kept): sent from here, so that the page and what was typed in it stay until the
// server has taken it. When it does not answer, or says that it cannot for the moment, it is sent again, as it then stands.

const shortest = 1_000;
const longest = 15_000;
const pause = wait => new Promise(resolve => setTimeout(resolve, wait));

const quiet = form => form.querySelectorAll("p[data-kept-note]").forEach(note => note.remove());
const say = (form, name) => {
  quiet(form);
  form.append(form.querySelector(`template[${name}]`).content.cloneNode(true));
};

const ask = async (form, submitter) => {
  const body = new URLSearchParams(new FormData(form, submitter));
  try {
    return await fetch(form.getAttribute("action") ?? location.href, {
      method: "POST", body, headers: { Accept: "text/html" }, signal: AbortSignal.timeout(30_000),
    });
  } catch {
    return null;
  }
};

const send = async (form, submitter) => {
  for (let wait = shortest; form.isConnected; wait = Math.min(2 * wait, longest)) {
    // The question that was answered has closed, because something was changed meanwhile.
    if (submitter && submitter.form !== form) return quiet(form);
    const answer = await ask(form, submitter);
    if (answer && answer.status < 500 && answer.status !== 429) return await take(form, answer);
    say(form, "data-kept-note");
    await pause(Math.max(wait, 1_000 * (Number(answer?.headers.get("Retry-After")) || 0)));
  }
};

const isChanged = field => field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;

/** Shows only the part of the page that the form stands in, where something was put into another form beside it; false where it does not. */
const layPart = (form, page) => {
  const [part, others] = [form.closest("[id]"), [...document.querySelectorAll("form[data-kept]")].filter(other => other !== form)];
  const now = part && page.getElementById(part.id);
  const isBegun = other => other.querySelector("[data-unsaved]") || [...other.elements].some(isChanged);
  if (!now || others.some(other => part.contains(other)) || !others.some(isBegun)) return false;
  // Why it was refused is said in it.
  const said = page.querySelector("main [role=alert]");
  if (said && !now.contains(said)) now.prepend(said);
  part.replaceWith(document.adoptNode(now));
  return true;
};

const take = async (form, answer) => {
  quiet(form);
  const at = new URL(answer.url);
  if (answer.redirected && at.pathname.endsWith("/account/sign-in")) {
    say(form, "data-kept-stranger");
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (layPart(form, page)) return;
  if (answer.redirected) {
    delete form.dataset.sending;   // nothing is unsent any more
    location.assign(answer.url);
  } else {
    // Said on the same page: what was refused, and what had been put in.
    const main = page.querySelector("main");
    if (!main) return;
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.querySelector("main [role=alert]")?.scrollIntoView({ block: "center" });
    document.querySelector("main [autofocus]")?.focus({ preventScroll: true });
  }
};

document.addEventListener("submit", event => {
  const form = event.target.closest?.("form[data-kept]");
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "";
  send(form, event.submitter).finally(() => delete form.dataset.sending);
});

addEventListener("beforeunload", event => { if (document.querySelector("form[data-sending]")) event.preventDefault(); });
