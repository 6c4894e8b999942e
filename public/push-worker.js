// Shows a reminder that was pushed, and opens the return page. It keeps nothing and answers no request.
addEventListener('push', (event) => {
  const { title, url } = event.data.json();
  const options = { data: url, tag: 'reminder', icon: '/icon.svg' };
  event.waitUntil(registration.showNotification(title, options));
});
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data));
});
