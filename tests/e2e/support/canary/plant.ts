// One person's way and the staff's day beside it, with a canary in everything that can be sent.
import { randomBytes, randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { type Answer, type Client, newClient } from '../../../support/client.ts';
import type { RunningServer } from '../../../support/server.ts';
import { readCode, walkWithPosts } from '../durable/journey.ts';
import { withOwner } from '../durable/own-server.ts';
import type { Canaries } from './canaries.ts';
import { invite, join, openInvitation } from './staff-account.ts';

const token = (name: string) => `${name}-${randomBytes(6).toString('hex')}`;
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
const email = (name: string) => `${token(name)}@example.net`;
const hanzi = () =>
  Array.from({ length: 8 }, () => String.fromCodePoint(0x4e00 + randomInt(5_000))).join('');

/** What every request of the planted browsers carries (RFC 5737 and 3849 addresses). */
export const HEADERS = {
  'x-forwarded-for': `203.0.113.${randomInt(100, 255)}`,
  'x-real-ip': `198.51.100.${randomInt(100, 255)}`,
  forwarded: `for="[2001:db8:${randomBytes(2).toString('hex')}::${randomBytes(2).toString('hex')}]"`,
  'cf-connecting-ip': token('cloud'),
  'true-client-ip': token('client'),
  'user-agent': token('agent'),
  referer: `https://${token('referrer')}.example/`,
  'accept-language': `en, x-${token('language')};q=0.5`,
  'sec-ch-ua': token('brand'),
  'sec-ch-ua-platform': token('platform'),
  'x-request-id': token('request'),
  traceparent: token('trace'),
  authorization: `Bearer ${token('bearer')}`,
  'if-none-match': token('etag'),
  via: token('via'),
  from: email('from'),
  'x-middleware-subrequest': token('subrequest'),
};

export const TYPED = {
  messageEmail: email('message'),
  messageName: token('name'),
  messagePhone: `+44 7700 9${digits(5)}`,
  messageText: hanzi(),
  longMessage: token('long'),
  failedMessage: token('failed'),
  reply: token('reply'),
  unknownField: token('value'),
  unknownName: token('field'),
  wrongCode: digits(20),
  wrongDisplay: token('display'),
  cookie: token('cookie'),
  queryValue: token('query'),
  queryName: token('parameter'),
  area: token('area'),
  pagePath: token('page'),
  servicePath: token('service'),
  invitationPath: token('invitation'),
  largeBody: token('large'),
  multipart: token('multipart'),
  json: token('json'),
  brokenRequest: token('broken'),
  largeHeader: token('header'),
  triedEmail: email('tried'),
  triedPassword: token('tried-password'),
  password: token('staff password'),
  failedEmail: email('failed'),
  failedName: token('failed name'),
};

/** Kept on purpose, each in its own columns alone. */
export const KEPT = {
  staffEmail: email('staff'),
  staffName: token('staff name'),
  purpose: token('purpose'),
};

/** The part of each header that is its own. */
export const SENT: Canaries = Object.fromEntries(
  Object.entries(HEADERS).map(([name, value]) => [
    name,
    /[\w-]+-[0-9a-f]{12}(@example\.net)?|\d+(\.\d+){3}|2001:[\w:]+/.exec(value)?.[0] ?? value,
  ]),
);

/** A browser that sends the headers above with every request. */
export function plantedClient(origin: string): Client {
  const inner = newClient(origin);
  inner.cookies.set('tracker', TYPED.cookie);
  const send: Client['send'] = (method, path, options = {}) =>
    inner.send(method, path, { ...options, headers: { ...HEADERS, ...options.headers } });
  return {
    ...inner,
    send,
    get: (path) => send('GET', path),
    post: (path, fields = {}, given) =>
      send('POST', path, {
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, _form: given ?? inner.token() }).toString(),
      }),
  };
}

/** The whole way of a visitor. Returns what only this browser and this person hold. */
export async function plantJourney(origin: string): Promise<Canaries> {
  const client = plantedClient(origin);
  const held: Record<string, string> = {};
  const { messageName, messageEmail, messagePhone, messageText } = TYPED;
  const message = `I am ${messageName} ${messageText}, ${messageEmail}, ${messagePhone}.`;
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}) => {
    await client.get(`${path}?${TYPED.queryName}=${TYPED.queryValue}`);
    held['formProof'] = client.token().split('.')[1] ?? '';
    if (path.endsWith('/plan/keep/check')) held['code'] = await readCode(client);
    held[`session after ${path}`] = client.cookies.get('s')?.split('.')[2] ?? 'no session yet';
    return client.post(path, { ...fields, [TYPED.unknownName]: TYPED.unknownField });
  };
  const { code } = await walkWithPosts({ client, posts: [], post }, { message });
  await post('/en/message', { text: `${TYPED.longMessage} `.repeat(400) });
  await client.get('/en/message');
  await post('/en/return', { code: TYPED.wrongCode, device: 'private' });
  await post('/en/display', { text: TYPED.wrongDisplay });
  await client.get(`/en/services?area=${TYPED.area}`);
  await client.get('/en/mine/data/json');
  return { ...held, code, codeAsShown: code.replace(/(.{4})(?=.)/g, '$1 ') };
}

/** Everything that goes wrong, from an unknown page to a database that refuses. */
export async function plantErrors(origin: string, url: string): Promise<readonly Answer[]> {
  const client = plantedClient(origin);
  const form = { origin, 'content-type': 'application/x-www-form-urlencoded' };
  const post = (type: string, body: string) =>
    client.send('POST', '/en/check', { headers: { ...form, 'content-type': type }, body });
  const answers = [
    await client.get(`/en/${TYPED.pagePath}`),
    await client.get(`/en/services/${TYPED.servicePath}`),
    await client.get(`/en/staff/invitation/${TYPED.invitationPath}`),
    await client.send('GET', `/%E0%A4%A/${TYPED.pagePath}`),
    await client.send('PUT', `/en/check?${TYPED.queryName}`, { headers: form, body: TYPED.json }),
    await post('application/x-www-form-urlencoded', `device=${TYPED.largeBody.repeat(4_000)}`),
    await post('multipart/form-data; boundary=x', `--x\r\n\r\n${TYPED.multipart}\r\n--x--`),
    await post('application/json', JSON.stringify({ device: TYPED.json })),
  ];
  await sendBytes(origin, `GET /${TYPED.brokenRequest} HTTP/9.9\r\nno header\r\n\r\n`);
  const header = `x-large: ${TYPED.largeHeader.repeat(4_000)}`;
  await sendBytes(origin, `GET /en HTTP/1.1\r\nhost: localhost\r\n${header}\r\n\r\n`);
  await walkToMessage(client);
  await withOwner(url, (db) => db.query('REVOKE INSERT ON subject.message FROM web'));
  answers.push(await client.post('/en/message', { text: TYPED.failedMessage }));
  await withOwner(url, (db) => db.query('GRANT INSERT ON subject.message TO web'));
  expect(answers.map(({ status }) => status)).toEqual([
    404, 404, 200, 400, 405, 413, 415, 415, 500,
  ]);
  return answers;
}

async function walkToMessage(client: Client): Promise<void> {
  const answers = Array.from({ length: 10 }, (_, q) => [`q${q + 1}`, '1']);
  await client.get('/en/check');
  await client.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
  await client.get('/en/check/all');
  await client.post('/en/check/all', Object.fromEntries(answers));
  await client.get('/en/check/support');
  await client.post('/en/check/support');
  await client.get('/en/next');
  await client.post('/en/next', { step: 'guidance' });
  await client.get('/en/message');
}

/** Bytes that no browser sends. The server hangs up on them, perhaps before it has read them all. */
function sendBytes(origin: string, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.end(bytes));
    socket.resume();
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}

export interface StaffDay {
  readonly held: Canaries;
  readonly files: readonly Answer[];
}

/** Wrong and right sign-ins, an account that fails to be made, an answer to the visitor, every download. */
export async function plantStaff(server: RunningServer, url: string): Promise<StaffDay> {
  const { origin } = server;
  const address = server.setUpAddress ?? '';
  const stranger = plantedClient(origin);
  await stranger.get('/en/staff/sign-in');
  const tried = { email: TYPED.triedEmail, password: TYPED.triedPassword, code: '123456' };
  await stranger.post('/en/staff/sign-in/do/enter', tried);
  await withOwner(url, (db) =>
    db.query(`ALTER TABLE ops.staff ADD CONSTRAINT refuse CHECK (roles = '{}') NOT VALID`),
  );
  const refused = { name: TYPED.failedName, email: TYPED.failedEmail, password: TYPED.password };
  const invitation = await openInvitation(plantedClient(origin), address, refused);
  expect((await invitation.post()).status).toBe(500);
  await withOwner(url, (db) => db.query('ALTER TABLE ops.staff DROP CONSTRAINT refuse'));
  const administrator = plantedClient(origin);
  const account = { name: KEPT.staffName, email: KEPT.staffEmail, password: TYPED.password };
  const secret = await join(administrator, address, account);
  const member = async (role: string) => {
    const person = { name: role, email: `${role}@handrail.test` };
    const to = await invite(administrator, person, role);
    const client = plantedClient(origin);
    await join(client, to, { ...person, password: TYPED.password });
    return client;
  };
  await reply(await member('guide'));
  const researcher = await member('researcher');
  return {
    held: {
      totpSecret: secret,
      failedTotpSecret: invitation.secret,
      invitationToken: address.split('/').at(-1) ?? '',
      staffCookie: administrator.cookies.get('staff') ?? '',
    },
    files: await download(researcher, administrator),
  };
}

async function reply(guide: Client): Promise<void> {
  const inbox = await guide.get('/en/staff/inbox');
  const path = /\/en\/staff\/inbox\/[0-9a-f-]{36}/.exec(inbox.body)?.[0] ?? '';
  const thread = await guide.get(path);
  expect(thread.body).toContain(TYPED.messageName);
  const seen = /name="seen"[^>]*value="(\d+)"/.exec(thread.body)?.[1] ?? '0';
  const sent = await guide.post(`${path}/do/reply`, { text: TYPED.reply, seen });
  expect(sent.headers.location).toMatch(/\/staff\/inbox$/);
}

async function download(researcher: Client, administrator: Client): Promise<readonly Answer[]> {
  await researcher.get('/en/staff/research');
  const files = [];
  for (const file of ['codebook', 'pathways', 'transitions']) {
    files.push(await researcher.post(`/en/staff/research/do/${file}`, { purpose: KEPT.purpose }));
  }
  for (const { headers } of files) expect(headers['content-type']).toMatch(/^text\/csv/);
  return [
    ...files,
    await researcher.get('/en/staff/research/funnel/csv'),
    await administrator.get('/metrics'),
  ];
}
