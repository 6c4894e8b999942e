// Visitors who walk until the server dies under them, and a list of what they were told is done.
import { actKey } from '#app/_request/form/form-token.ts';
import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { authorTag } from '#lib/gateways/group-keys.ts';
import { readWebSecrets, type WebSecrets } from '#lib/gateways/secrets.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { screeningKey } from '#lib/usecases/visitor/check/submit-screening.ts';
import { type Client, newClient, target } from '../../../support/client.ts';
import type { RunningServer } from '../../../support/server.ts';
import { TOPIC, waitTwoDays } from '../group-people.ts';
import type { StoredTransition } from './invariants.ts';
import { readCode } from './journey.ts';
import { ownerUrl, withOwner } from './own-server.ts';

/** A post that was answered with 303: its key, and the steps that must be stored under it. */
export interface Acknowledged {
  readonly key: string;
  readonly steps: readonly string[];
}

interface Walk {
  readonly done: Acknowledged[];
  /** The person deleted everything, and was told so; null = asked, but never heard an answer. */
  erased: boolean | null;
  /** The result page was shown. */
  viewed: boolean;
  /** A post for the group was acknowledged. */
  posted: boolean;
  /** The number of the case that a complaint was told to have. */
  told: string | null;
}

export type Ledger = readonly Walk[];

/** Walks again and again until the server is gone: a connection that breaks, as a visitor would see it. */
export async function keepWalking(
  { origin, dataFolder }: RunningServer,
  ledger: Walk[],
  acknowledged: () => void,
): Promise<void> {
  const secrets = readWebSecrets(`${dataFolder}/secrets/web.json`);
  for (let n = 0; ; n += 1) {
    const walk: Walk = { done: [], erased: false, viewed: false, posted: false, told: null };
    ledger.push(walk);
    try {
      const url = ownerUrl(dataFolder);
      await walkOnce({ client: newClient(origin), secrets, walk, n, url, acknowledged });
    } catch {
      return;
    }
  }
}

interface Walking {
  readonly client: Client;
  /** What the server names a post by (its form and what was typed) in the stored steps. */
  readonly secrets: WebSecrets;
  readonly walk: Walk;
  readonly n: number;
  readonly url: string;
  readonly acknowledged: () => void;
}

async function walkOnce({ client, secrets, walk, n, url, acknowledged }: Walking): Promise<void> {
  const post = async (
    path: string,
    fields: Record<string, string>,
    steps: readonly string[],
    named = (key: string) => key,
  ) => {
    const key = named(actKey(secrets, client.token().split('.')[0] ?? '', fields));
    const answer = await client.post(path, fields);
    if (answer.status !== 303) throw new Error(`${path} ${answer.status}`);
    walk.done.push({ key, steps });
    acknowledged();
    return answer;
  };
  await client.get('/en/check');
  await post('/en/check', { device: 'private', age: 'adult', self: 'yes' }, [
    'consent.set',
    'screening.started',
  ]);
  await client.get('/en/check/research');
  await post('/en/check/research', { research: 'yes' }, ['consent.set']);
  await client.get('/en/check/all');
  const answers = Array.from({ length: 10 }, (_, q) => ((n + q) % 4) as 0 | 1 | 2 | 3);
  const fields = Object.fromEntries(answers.map((answer, q) => [`q${q + 1}`, String(answer)]));
  const given = { items: answers.slice(0, 9), difficulty: answers[9] ?? null };
  const check = { ...emptyCheck('mood'), ...given };
  const scored = (key: string) => screeningKey(secrets, key, check);
  const finished = ['screening.completed', 'tier.offered'];
  if (check.items[8] === 0) {
    await post('/en/check/all', fields, finished, scored);
  } else {
    await client.post('/en/check/all', fields);
    await client.get('/en/check/support');
    await post('/en/check/support', {}, finished, scored);
  }
  await client.get('/en/check/likely');
  await post('/en/check/likely', { strength: '4' }, ['intention.stated']);
  walk.viewed = (await client.get('/en/next')).status === 200;
  await post('/en/next', { step: 'face_to_face' }, ['tier.decided']);
  const code = await readCode(client);
  await client.get('/en/message');
  await post('/en/message', { text: `Message ${n}` }, ['guidance.requested']);
  await waitTwoDays(url);
  await client.get('/en/group');
  await post('/en/group', { act: 'join' }, ['community.joined']);
  const written = { step: 'send', text: `Post ${n}`, note: '' };
  await client.get(`/en/group/${TOPIC}/new`);
  await post(`/en/group/${TOPIC}/new`, written, ['community.posted']);
  walk.posted = true;
  await client.get('/en/tell-us');
  const told = await client.post('/en/tell-us', { kind: 'complaint', words: `Complaint ${n}` });
  walk.told = /[?&]case=([^&]+)/.exec(told.headers.location ?? '')?.[1] ?? null;
  if (walk.told !== null) acknowledged();
  if (n % 2 === 1) await erase(client, walk, code);
}

async function erase(client: Client, walk: Walk, code: string): Promise<void> {
  await client.get('/en/mine/data');
  walk.erased = null;
  const answer = await client.post('/en/mine/data', { last4: code.slice(-4) });
  walk.erased = target(answer).endsWith('/mine/deleted');
}

/** What was acknowledged and is not there, or was deleted and still is; empty when all is well. */
export function findLost(ledger: Ledger, stored: readonly StoredTransition[]): readonly string[] {
  const byKey = Map.groupBy(stored, ({ key }) => key);
  const viewed = new Set(
    stored.filter(({ step }) => step === 'result.viewed').map(({ pathway }) => pathway),
  );
  return ledger.flatMap((walk) => {
    const rows = walk.done.map(({ key }) => byKey.get(key) ?? []);
    if (walk.erased === true || (walk.erased === null && rows.every((r) => r.length === 0))) {
      return rows.flat().map(({ step }) => `deleted, but still there: ${step}`);
    }
    const pathway = rows[0]?.[0]?.pathway ?? '';
    const unseen = walk.viewed && !viewed.has(pathway) ? ['lost: result.viewed'] : [];
    return [...unseen, ...walk.done.flatMap((post, i) => missing(post, rows[i] ?? []))];
  });
}

function missing({ steps }: Acknowledged, rows: readonly StoredTransition[]): readonly string[] {
  const found: readonly string[] = rows.map(({ step }) => step);
  return steps.filter((step) => !found.includes(step)).map((step) => `lost: ${step}`);
}

/** Posts of the group that were acknowledged and are not there, or are there although their writer deleted everything. */
export async function findLostPosts(
  ledger: Ledger,
  stored: readonly StoredTransition[],
  { dataFolder }: Pick<RunningServer, 'dataFolder'>,
): Promise<readonly string[]> {
  const secrets = readWebSecrets(`${dataFolder}/secrets/web.json`);
  const byKey = new Map(stored.map(({ key, pathway }) => [key, pathway as PathwayId]));
  const tags = await withOwner(ownerUrl(dataFolder), async (db) => {
    const { rows } = await db.query<{ tag: string }>(
      `SELECT encode(author_tag, 'hex') AS tag FROM subject.group_post`,
    );
    return new Set(rows.map(({ tag }) => tag));
  });
  return ledger.flatMap(({ posted, done }, n) => {
    const pathway = byKey.get(done[0]?.key ?? '');
    if (!posted || pathway === undefined) return [];
    return tags.has(authorTag(secrets, pathway, TOPIC).toString('hex')) ? [] : [`lost: post ${n}`];
  });
}

/** Complaints that were acknowledged with a number and are not there, or twice. */
export async function findLostCases(
  ledger: Ledger,
  { dataFolder }: Pick<RunningServer, 'dataFolder'>,
): Promise<readonly string[]> {
  const stored = await withOwner(ownerUrl(dataFolder), async (db) => {
    const { rows } = await db.query<{ number: string }>('SELECT number FROM ops.report');
    return rows.map(({ number }) => number);
  });
  const told = ledger.flatMap(({ told: number }) => number ?? []);
  return told.filter((number) => stored.filter((one) => one === number).length !== 1);
}
