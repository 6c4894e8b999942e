// Requests as no browser would send them. The same seed makes the same requests.

import { BROKEN, JSONS, LOCALES, long, NAMES, ODD, QUERIES, WILD } from './wild-values.ts';

export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain, 2017): small, and the same on every machine. */
export function seeded(text: string): Random {
  let state = [...text].reduce((sum, c) => Math.imul(sum ^ (c.codePointAt(0) ?? 0), 16777619), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Somebody with a session: the cookies, and form tokens that are valid with them. */
export interface Actor {
  readonly cookie: string;
  readonly tokens: readonly string[];
}

/** Who can be sent where, and what the forms of that address hold. */
export interface Target {
  readonly path: string;
  readonly origin: string;
  readonly actors: readonly Actor[];
  /** The fields of the form that posts here, each with values that a browser could send. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Who reaches the act behind it. */
  readonly able: readonly Actor[];
}

export interface Input {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** By how often they are tried. */
const METHODS = [
  ...Array<string>(6).fill('GET'),
  ...Array<string>(11).fill('POST'),
  ...['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'],
];

/** One malformed request for a target. */
export function generateInput(random: Random, target: Target): Input {
  const pick = picker(random);
  const method = pick(METHODS);
  const able = target.able.length > 0 && random() < 0.7;
  const actor = pick(able ? target.able : target.actors);
  const from = { 'x-forwarded-for': `10.${pick(BYTES)}.${pick(BYTES)}.1` };
  const sent = { origin: target.origin, 'content-type': 'application/x-www-form-urlencoded' };
  if (method === 'POST' && able && random() < 0.6) {
    const headers = { ...from, ...sent, cookie: actor.cookie };
    return { method, path: target.path, headers, body: wildForm(random, target, actor) };
  }
  const bodiless = method === 'GET' || method === 'HEAD';
  const odd = Array.from({ length: Math.floor(random() * 3) }, () => pick(ODD));
  const headers = {
    ...from,
    ...(bodiless ? {} : sent),
    cookie: oddCookie(random, actor.cookie),
    ...Object.fromEntries(odd.map(([n, v]) => [n, Buffer.from(pick(v)).toString('latin1')])),
  };
  const body = bodiless ? null : Buffer.from(oddBody(random, target, actor), 'latin1');
  return { method, path: oddPath(random, target.path), headers, body };
}

const BYTES = Array.from({ length: 256 }, (_, i) => i);

function picker(random: Random) {
  return <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
}

function oddPath(random: Random, path: string): string {
  const pick = picker(random);
  const parts = path.split('/');
  const at = Math.floor(random() * parts.length);
  const wild = encodeURIComponent(pick(WILD).slice(0, 1_500).toWellFormed());
  const change: readonly (() => string)[] = [
    () => path,
    () => parts.with(at, wild).join('/') || '/',
    () => parts.with(at, `${parts[at]}${pick(BROKEN)}`).join('/') || '/',
    () => parts.with(-1, wild).join('/'),
    () => `${path}/${pick(['..', '.', '%2e%2e%2f', ';x', '', '%5c', '\\', '%2f%2f'])}`,
    () => `${path}${pick(['.rsc', '.json', '.html', '%00', '~', '\u00ff'])}`,
    () => `${path}?${pick(BROKEN)}=${pick(BROKEN)}&${pick(NAMES)}=${wild}`,
    () => `${path}?${pick(QUERIES)}`,
    () => `${path}?${`a=${pick(BROKEN)}&`.repeat(300)}`,
    () => `${path.replace('/en', pick(LOCALES))}`,
    () => `${path}/${long(3_000)}`,
  ];
  const changed = pick(change)();
  return changed.startsWith('/') ? changed : `/${changed}`;
}

/** Cookies as they come after a crash, another version, or somebody's tinkering. */
function oddCookie(random: Random, cookie: string): string {
  const pick = picker(random);
  const pairs = cookie.split('; ').filter(Boolean);
  const change: readonly (() => string)[] = [
    () => cookie,
    () => pairs.map((pair) => pair.slice(0, pair.length * random())).join('; '),
    () => pairs.map((pair) => flip(random, pair)).join('; '),
    () => swap(pairs),
    () => pairs.map((pair) => `${pair.split('=')[0]}=${pick(BROKEN)}`).join('; '),
    () =>
      pairs
        .map((pair) => pair.replace(/\.[^.]+\./, `.${pick(['zz', '-1', '1e9', ''])}.`))
        .join(';'),
    () => ['s', 'f', 'd', 'staff'].map((name) => `${name}=${btoa(pick(JSONS))}`).join('; '),
    () => ['s', 'f', 'd', 'staff'].map((name) => `__Host-${name}=a.b.c`).join('; '),
    () => `${';'.repeat(200)}=; =x; s; d==; ${cookie}`,
    () => `${cookie}; junk=${long(6_000)}`,
  ];
  return pick(change)();
}

function flip(random: Random, pair: string): string {
  const at = pair.indexOf('=') + 1 + Math.floor(random() * (pair.length - pair.indexOf('=') - 1));
  return `${pair.slice(0, at)}${pair[at] === 'A' ? 'B' : 'A'}${pair.slice(at + 1)}`;
}

/** Each value under another cookie's name. */
function swap(pairs: readonly string[]): string {
  const values = pairs.map((pair) => pair.slice(pair.indexOf('=') + 1));
  return pairs.map((pair, i) => `${pair.split('=')[0]}=${values.at(i - 1)}`).join('; ');
}

function wildFields(random: Random, { fields }: Target): readonly (readonly [string, string])[] {
  const pick = picker(random);
  const share = pick([0.05, 0.2, 0.5]);
  return [...fields].map(([name, values]) => [name, pick(random() < share ? WILD : values)]);
}

/** The form is sound, and only what was typed is wild: the act behind it is reached. */
function wildForm(random: Random, target: Target, actor: Actor): Buffer {
  const token: readonly [string, string] = ['_form', picker(random)(actor.tokens) ?? ''];
  const twice = random() < 0.2 ? wildFields(random, target) : [];
  return Buffer.from(encode([...wildFields(random, target), token, ...twice]));
}

function oddBody(random: Random, target: Target, actor: Actor): string {
  const pick = picker(random);
  const token = pick(actor.tokens) ?? '';
  const fields = wildFields(random, target);
  const form = encode([...fields, ['_form', token]]);
  const change: readonly (() => string)[] = [
    () => '',
    () => form.slice(0, form.length * random()),
    () => `${form}&${pick(NAMES)}=${pick(BROKEN)}&${pick(BROKEN)}`,
    () => `${form}&${encode(NAMES.map((name) => [name, pick(WILD)]))}`,
    () =>
      encode([...fields, ['_form', pick(['', '.', 'x.y', token.slice(1), `${token}A`, '\u0000'])]]),
    () => `${'a=1&'.repeat(250)}${form}`,
    () => `${'&=;['.repeat(400)}${form}`,
    () => JSON.stringify(Object.fromEntries(fields)),
    () => `--x\r\ncontent-disposition: form-data; name="$ACTION_ID_${long(40)}"\r\n\r\n\r\n--x--`,
    () => String.fromCharCode(...Array.from({ length: 300 }, () => pick(BYTES))),
    () => `a=${long(66_000)}`,
  ];
  return pick(change)();
}

function encode(pairs: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(pairs.map(([n, v]) => [n, v])).toString();
}
