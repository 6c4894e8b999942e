// A push service of our own: what reaches it, only the browser that subscribed can open.
import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPushService, openPushSender, type PushSender } from '#lib/gateways/push.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { sendReminders } from '#lib/usecases/system/send-reminders.ts';
import { testDatabase } from '../../support/database.ts';
import { openPush } from '../../support/open-push.ts';
import { keepReminded, orderFor, visitorWithKey } from '../../support/reminded.ts';
import { AT, at, reminding } from '../../support/reminding.ts';
import { VAPID } from '../staff/people.ts';

const test = testDatabase();
const s = reminding(test);

/** The keys of a browser (RFC 8291 section 3.1). */
const browser = createECDH('prime256v1');
browser.generateKeys();
const auth = randomBytes(16);

interface Pushed {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
const pushed: Pushed[] = [];
let status = 201;
const service = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  pushed.push({ headers: request.headers, body: Buffer.concat(chunks) });
  response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
});
let origin: string;
let push: PushSender;

beforeAll(async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  push = openPushSender({
    privateKey: VAPID.getPrivateKey(),
    contact: 'mailto:reminders@handrail.test',
    hosts: [origin],
  });
});
afterAll(() => void service.close());

async function subscribed(endpoint = `${origin}/push/1`) {
  const keys = {
    p256dh: browser.getPublicKey().toString('base64url'),
    auth: auth.toString('base64url'),
  };
  const visitor = await visitorWithKey(test.db);
  const to = JSON.stringify({ endpoint, keys });
  await keepReminded(visitor.post(), AT, { ...orderFor(to, AT), channel: 'push' });
  return visitor;
}

it('a notification is sealed to the browser, signed by us, and recorded', async () => {
  pushed.length = 0;
  status = 201;
  const visitor = await subscribed();
  s.now = at('2026-11-24T10:00:00Z');
  expect(await sendReminders({ ...s.worker, push })).toMatchObject({ sent: 1 });
  const [one] = pushed;
  expect(one?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
  expect(one?.headers['topic']).toMatch(/^[\w-]{32}$/);
  expect(one?.headers['authorization']).toContain(VAPID.getPublicKey().toString('base64url'));
  expect(one?.body.toString('latin1')).not.toContain('reminder');
  const shown = JSON.parse(openPush(one?.body ?? Buffer.alloc(0), browser, auth));
  expect(shown).toEqual({ title: 'Your reminder 1', url: expect.stringContaining('Hello') });
  expect(await s.stepsOf(visitor.session.pathwayId, 'reminder.sent')).toEqual([
    { origin: 'system', payload: { channel: 'push', k: 1, outcome: 'sent' } },
  ]);
  expect(await s.waiting()).toBe(0);
});

it.each([
  ['that has ended is given up', 410, 0, 'refused'],
  ['that is unknown is given up', 404, 0, 'refused'],
  ['that is busy is tried again', 429, 1, null],
  ['that fails is tried again', 500, 1, null],
  ['that leads elsewhere is not followed', 302, 1, null],
])('a subscription %s', async (_name, answer, left, outcome) => {
  status = answer;
  const visitor = await subscribed();
  s.now = at('2026-11-24T10:00:00Z');
  await sendReminders({ ...s.worker, push });
  expect(await s.waiting()).toBe(left);
  const steps = await s.stepsOf(visitor.session.pathwayId, 'reminder.sent');
  expect(steps.map(({ payload }) => payload.outcome)).toEqual(outcome === null ? [] : [outcome]);
});

it('a message by push waits, and is reported, where no push is set up', async () => {
  await subscribed();
  s.now = at('2026-11-24T10:20:00Z');
  expect(await sendReminders(s.worker)).toMatchObject({ sent: 0, late: 1 });
  expect(await listOpenAlerts(test.db, 'reminders_late')).toHaveLength(1);
});

it('an endpoint that is no push service is never called', async () => {
  pushed.length = 0;
  await subscribed('http://127.0.0.1:1/metrics');
  s.now = at('2026-11-24T10:00:00Z');
  expect(await sendReminders({ ...s.worker, push })).toMatchObject({ refused: 1 });
  expect(pushed).toEqual([]);
});

it.each([
  ['https://fcm.googleapis.com/fcm/send/x', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
  ['https://fcm.googleapis.com.evil.test/x', false],
  ['https://evil.test/fcm.googleapis.com', false],
  ['https://push.services.mozilla.com.evil.test/', false],
  ['https://evilpush.services.mozilla.com.test/', false],
  ['http://fcm.googleapis.com/x', false],
  ['https://fcm.googleapis.com:8443/x', false],
  ['https://user@fcm.googleapis.com/x', false],
  ['https://127.0.0.1/x', false],
  ['http://localhost:5432/', false],
  ['file:///etc/passwd', false],
  ['nothing', false],
])('%s is a push service: %s', (endpoint, is) => {
  expect(isPushService(endpoint, ['fcm.googleapis.com', '*.push.services.mozilla.com'])).toBe(is);
});
