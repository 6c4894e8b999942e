/*
 * Notifications: asks the browser for a push subscription and sends it with the plan. Loaded by the button alone;
 * without a script a reminder comes by e-mail or from a calendar. Shipped as written (no bundler), at most 1 KB.
 */
export async function ask(box) {
  try {
    const worker = await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
    const applicationServerKey = box.dataset.push;
    const given = await worker.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey,
    });
    box.querySelector('input').value = JSON.stringify(given);
    box.closest('form').submit();
  } catch {
    box.querySelector('[role=status]').hidden = false;
  }
}
