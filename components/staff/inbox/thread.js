/*
 * At a thread: colleagues see who is there and who is replying, the draft is kept every ten seconds, and a shortcut
 * such as ::hello is put in once a space follows. Without this script the buttons do the same. No bundler, 1 KB.
 */
const form = document.getElementById('reply');
if (form) {
  const { text } = form.elements;
  const at = form.action.replace(/\/reply$/, '/');
  const send = (verb, more) => {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(more)) body.set(name, value);
    // The answer is a redirect to this page, which must not be opened (and logged) once more.
    return fetch(at + verb, { method: 'POST', body, redirect: 'manual' }).catch(() => {});
  };
  let saved = JSON.stringify([...new FormData(form)]);
  setInterval(() => {
    const now = JSON.stringify([...new FormData(form)]);
    if (now !== saved) void send('draft', { quiet: '1' });
    saved = now;
  }, 10_000);
  // Only while somebody is there: a page that was left open must not keep its session alive.
  let active = true;
  for (const sign of ['keydown', 'pointerdown', 'scroll']) {
    addEventListener(sign, () => {
      active = true;
    });
  }
  setInterval(() => {
    if (active) void send('here', text.value.trim() ? { replying: 'yes' } : {});
    active = false;
  }, 60_000);
  if (location.hash === '#text') {
    text.focus();
    // A reply was put in: what is typed next goes on behind it.
    text.setSelectionRange(text.value.length, text.value.length);
  }
  text.addEventListener('input', () => {
    const insert = form.querySelector('[formaction$="/insert"]');
    const typed = /::([a-z0-9-]+)\s$/.exec(text.value.slice(0, text.selectionStart));
    const known = [...(form.elements.saved?.options ?? [])].some((option) =>
      option.text.endsWith(`(::${typed?.[1]})`),
    );
    if (insert && typed && known) insert.click();
  });
}
