/*
 * Passkeys on staff pages: the browser's own ceremony, sent as a form like any other. Without this script
 * the code of an app signs in. Shipped as written (no bundler), at most 1 KB.
 */
const Passkeys = globalThis.PublicKeyCredential;
const parse = {
  create: (options) => Passkeys.parseCreationOptionsFromJSON(options),
  get: (options) => Passkeys.parseRequestOptionsFromJSON(options),
};
if (Passkeys?.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll('[data-passkey]')) {
    button.hidden = false;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      void ask(button);
    });
  }
}

async function ask({ dataset, form }) {
  const kind = dataset.passkey;
  try {
    const publicKey = parse[kind](JSON.parse(dataset.options));
    const given = await navigator.credentials[kind]({ publicKey });
    form.elements.response.value = JSON.stringify(given);
    form.submit();
  } catch {
    form.querySelector('[role=status]').hidden = false;
  }
}
