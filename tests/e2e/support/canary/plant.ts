// One person's way, and everything that goes wrong, with a canary in everything that can be sent.
import { randomBytes, randomInt } from 'node:crypto';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { type Answer, type Client, newClient } from '../../../support/client.ts';
import { keepCode } from '../../../support/plan.ts';
import { readCode, walkWithPosts } from '../durable/journey.ts';
import { withOwner } from '../durable/own-server.ts';
import type { Canaries } from './canaries.ts';

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
  reportWords: token('told'),
  groupPost: hanzi(),
  groupChange: hanzi(),
  groupReport: hanzi(),
  groupAppeal: hanzi(),
  groupWaits: hanzi(),
  ownNote: token('note'),
  failedMessage: token('failed'),
  planFirst: token('first'),
  planAnswer: token('answer'),
  longWords: token('words'),
  safetySigns: token('signs'),
  safetyMyself: token('myself'),
  safetyPlaces: hanzi(),
  safetyPeople: `${token('people')} +44 7700 9${digits(5)}`,
  safetySafer: token('safer'),
  remindEmail: email('remind'),
  answerEmail: email('answer'),
  wrongEmail: `${token('wrong')} at home`,
  longPlan: token('long-plan'),
  failedPlan: token('failed-plan'),
  deskTyped: token('desk'),
  deskLine: token('line'),
  reply: token('reply'),
  draft: token('draft'),
  longReply: token('long-reply'),
  takenBack: token('taken-back'),
  note: token('note'),
  handover: token('handover'),
  unknownField: token('value'),
  unknownName: token('field'),
  wrongCode: digits(20),
  wrongDisplay: token('display'),
  cookie: token('cookie'),
  queryValue: token('query'),
  queryName: token('parameter'),
  entryPoint: token('poster'),
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
    const from = `from=${TYPED.entryPoint}`;
    await client.get(`${path}?${TYPED.queryName}=${TYPED.queryValue}&${from}`);
    held['formProof'] = client.token().split('.')[1] ?? '';
    if (path.endsWith('/plan/keep/check')) held['code'] = await readCode(client);
    held[`session after ${path}`] = client.cookies.get('s')?.split('.')[2] ?? 'no session yet';
    const to = path.endsWith('/check') ? `${path}?${from}` : path;
    return client.post(to, {
      ...fields,
      from: TYPED.entryPoint,
      [TYPED.unknownName]: TYPED.unknownField,
    });
  };
  const words = {
    ...{ first: TYPED.planFirst, answer: TYPED.planAnswer },
    ...{ signs: TYPED.safetySigns, myself: TYPED.safetyMyself, places: TYPED.safetyPlaces },
    ...{ people: TYPED.safetyPeople, safer: TYPED.safetySafer },
  };
  const walk = { client, posts: [], post };
  const { code, visitCode } = await walkWithPosts(walk, { message, words });
  const kept = await client.get('/en/mine/data/text');
  for (const written of Object.values(words)) expect(kept.body).toContain(written);
  const remind = { reminder: 'email', level: 'place', again: 'yes' };
  await post('/en/plan/remind', { ...remind, email: TYPED.wrongEmail });
  const ordered = await post('/en/plan/remind', { ...remind, email: TYPED.remindEmail });
  expect(ordered.headers.location).toBe('/en/plan/ready');
  const mail = { kind: 'answer' };
  await post('/en/mine/messages/mail', { ...mail, email: `${TYPED.wrongEmail} too` });
  const asked = await post('/en/mine/messages/mail', { ...mail, email: TYPED.answerEmail });
  expect((await client.get(asked.headers.location ?? '')).body).toContain('name="end"');
  await post('/en/plan/first', { first: 'own', firstWords: TYPED.longWords.repeat(20) });
  await client.get('/en/plan/first');
  await post('/en/mine/hard-times', { signs: TYPED.longPlan.repeat(100) });
  await client.get('/en/mine/hard-times');
  await post('/en/message', { text: `${TYPED.longMessage} `.repeat(400) });
  await client.get('/en/message');
  await post('/en/tell-us', { kind: 'harm', words: TYPED.reportWords, answer: 'yes' });
  expect((await client.get('/en/mine/cases')).body).toContain(TYPED.reportWords);
  await post('/en/return', { code: TYPED.wrongCode, device: 'private' });
  await post('/en/display', { text: TYPED.wrongDisplay });
  await client.get(`/en/services?area=${TYPED.area}`);
  await client.get('/en/mine/data/json');
  return {
    ...held,
    ...{ code, codeAsShown: code.replace(/(.{4})(?=.)/g, '$1 ') },
    ...{ visitCode, visitCodeAsShown: visitCode.replace(/(.{3})(?=.)/g, '$1 ') },
  };
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
  const refused = async (table: string, path: string, fields: Readonly<Record<string, string>>) => {
    await withOwner(url, (db) => db.query(`REVOKE INSERT ON ${table} FROM web`));
    answers.push(await client.post(path, fields));
    await withOwner(url, (db) => db.query(`GRANT INSERT ON ${table} TO web`));
  };
  await refused('subject.message', '/en/message', { text: TYPED.failedMessage });
  await keepCode(client, '/en');
  await client.get('/en/mine/hard-times');
  await refused('subject.own_record', '/en/mine/hard-times', { people: TYPED.failedPlan });
  expect(answers.map(({ status }) => status)).toEqual([
    404, 404, 200, 400, 405, 413, 415, 415, 500, 500,
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
