/*
 * The only script of the visitor's pages. Everything works without it; it makes leaving faster.
 * Staff pages load it for the focus on what has to be mended.
 * Shipped as written (no bundler), at most 5 KB.
 */
const MINUTE = 60_000;
const one = (selector) => document.querySelector(selector);
const form = one('#leave');
const veil = one('#veil');
const target = form?.dataset.leave;
/** The call under way that tells the server that someone is still here. */
let ping;

// Its answer must not come after that of a post, and bring back the session from before.
addEventListener('submit', () => ping?.abort());
if (target) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // "Finish and clear" goes to our own last page, with the clean-up steps.
    const ended = event.submitter?.value === 'ended';
    leave(ended ? one('dialog[data-idle-minutes]').dataset.ended : target, ended);
  });
  if ('shift' in form.dataset) listenForShift();
}
if (document.body.hasAttribute('data-personal')) {
  // A personal page brought back by the Back button asks the server again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
for (const button of document.querySelectorAll('[data-enhance]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.dataset.enhance === 'print') print();
    else copy(button);
  });
}
const push = one('[data-push]');
if (push && 'PushManager' in globalThis) {
  push.hidden = false;
  // Whoever wants no notification loads nothing for it.
  one('#push').onclick = async () => (await import(push.dataset.script)).ask(push);
}
one('[data-focus]')?.focus();
watchIdle(one('dialog[data-idle-minutes]'));

/** Ends the session, then goes on without leaving this page in the history. */
function leave(to, ended) {
  ping?.abort();
  document.title = veil.textContent;
  veil.hidden = false;
  const body = new URLSearchParams(new FormData(form));
  if (ended) body.set('to', 'ended');
  const go = () => location.replace(to);
  const late = setTimeout(go, 1500);
  void fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true })
    .catch(() => {})
    .then(() => {
      clearTimeout(late);
      go();
    });
}

/** Shift three times within five seconds, each press announced. Typing does not count. */
function listenForShift() {
  const typing = 'textarea, select, input:not([type=radio], [type=checkbox])';
  const status = one('#leave-status');
  let presses = 0;
  let alone = false;
  let timer;
  const stop = () => {
    clearTimeout(timer);
    if (presses > 0 && presses < 3) status.textContent = status.dataset.stop;
    presses = 0;
  };
  document.addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.target.matches?.(typing);
    if (!alone) stop();
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    presses += 1;
    if (presses === 3) {
      status.textContent = veil.textContent;
      leave(target);
      return;
    }
    status.textContent = presses === 1 ? status.dataset.two : status.dataset.one;
    if (presses > 1) return;
    timer = setTimeout(stop, 5000);
  });
}

function copy(button) {
  const source = one(button.dataset.from);
  const select = () => getSelection().selectAllChildren(source);
  const done = () => {
    one('#copy-status').textContent = button.dataset.done;
  };
  if (!navigator.clipboard) select();
  else void navigator.clipboard.writeText(source.dataset.text).then(done, select);
}

/** Shared device: two minutes' warning before the session ends. Esc or the button stays. */
function watchIdle(dialog) {
  if (!dialog?.showModal || !form) return;
  const limit = Number(dialog.dataset.idleMinutes) * MINUTE;
  const finish = () => leave(dialog.dataset.ended, true);
  let last = Date.now();
  let told = last;
  const stay = () => {
    last = Date.now();
    told = last;
    ping = new AbortController();
    const { signal } = ping;
    void fetch(location.href, { method: 'HEAD', cache: 'no-store', signal }).catch(() => {});
  };
  const active = ({ key, target: on }) => {
    if (dialog.open) return;
    last = Date.now();
    // The server counts too: tell it now and then that someone is still here. What leads to another
    // page tells it by itself.
    if (key === 'Enter' || on.closest?.('a, button')) ping?.abort();
    else if (last - told > 5 * MINUTE) stay();
  };
  dialog.addEventListener('close', stay);
  one('#idle-finish').addEventListener('click', finish);
  for (const kind of ['keydown', 'pointerdown', 'scroll']) addEventListener(kind, active);
  setInterval(() => {
    const idle = Date.now() - last;
    if (idle >= limit) finish();
    else if (idle >= limit - 2 * MINUTE && !dialog.open) dialog.showModal();
  }, 5000);
}
