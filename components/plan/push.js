/*
 * Notifications: asks the browser for a push subscription and sends it with the plan. Without this script a
 * reminder comes by e-mail or from a calendar. Shipped as written (no bundler), at most 1 KB.
 */
const box = document.querySelector('[data-push]');
if (box && 'serviceWorker' in navigator && 'PushManager' in globalThis) {
  box.hidden = false;
  box.querySelector('button').addEventListener('click', () => void ask(box));
}

async function ask({ dataset }) {
  const form = box.closest('form');
  try {
    const worker = await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
    const applicationServerKey = dataset.push;
    const given = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey,
    });
    form.elements.push.value = JSON.stringify(given);
    form.submit();
  } catch {
    box.querySelector('[role=status]').hidden = false;
  }
}
