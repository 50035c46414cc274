// Forms with data-passkey make ("create") or use ("get") a passkey before they are sent.

const supported = !!window.PublicKeyCredential?.parseCreationOptionsFromJSON;

const credentialOf = async form => {
  const answer = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  // It is too long ago that he proved that it is he.
  if (answer.status === 403 && form.dataset.confirm) {
    location.assign(form.dataset.confirm);
    return null;
  }

  if (!answer.ok) throw new Error(`The options were answered with ${answer.status}.`);
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

const send = async event => {
  const form = event.target.closest?.("form[data-passkey]");
  if (!form || form.elements.credential.value) return;
  event.preventDefault();
  // A second press asks nothing: the browser's question stands already.
  if (form.dataset.asking !== undefined) return;
  form.dataset.asking = "";
  const note = form.querySelector("[data-passkey-note]");
  note.hidden = true;
  try {
    const credential = await credentialOf(form);
    if (!credential) return;
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    note.hidden = false;
  } finally {
    delete form.dataset.asking;
  }
};

document.addEventListener("submit", send, true);

/** Shows the forms that were hidden from readers whose browser cannot. */
export const show = () => {
  if (supported) for (const form of document.querySelectorAll("form[data-passkey]")) form.hidden = false;
};
