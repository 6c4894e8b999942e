// Visitors as in life, and what became of some of them.
import { openSession, sessionCookie } from '#app/_request/cookie/session.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { type Client, newClient, screen, target } from '../../../support/client.ts';
import { inParallel } from '../../../support/in-parallel.ts';
import { releaseFigures } from '../../../support/release-figures.ts';
import type { RunningServer } from '../../../support/server.ts';
import { ownerUrl } from '../durable/own-server.ts';
import { last, page } from './read-page.ts';

/** What the visitor writes to the guides: nobody else may ever be sent it. */
export const WRITTEN = 'Only a guide may read these words.';

/** A whole check, a chosen step, a return code and a message to the guides. */
export async function visit(origin: string): Promise<Client> {
  const visitor = newClient(origin);
  await screen(visitor, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0, 1], research: true });
  await visitor.post('/en/next', { step: 'guidance' });
  await page(visitor, '/en/message');
  await visitor.post('/en/message', { text: WRITTEN });
  return visitor;
}

/** Comes back to what this visitor left, by the return code alone. */
export async function comeBack(origin: string, visitor: Client): Promise<Client> {
  const shown = last(await page(visitor, '/en/plan/keep'), /((?:\d{4}(?:<[^>]*>|\s)*){5})/g);
  const code = shown.replace(/<[^>]*>/g, '').replace(/\D/g, '');
  const returned = newClient(origin);
  await page(returned, '/en/return');
  const answer = await returned.post('/en/return', { code, device: 'private' });
  if (!target(answer).endsWith('/mine')) throw new Error('The code opened nothing');
  return returned;
}

/** Deletes everything; the copy of the cookie that another tab would still hold stays. */
export async function erased(origin: string): Promise<Client> {
  const visitor = newClient(origin);
  await screen(visitor, { answers: [1, 1, 1, 1, 1, 1, 1, 1, 0, 1] });
  const kept = new Map(visitor.cookies);
  await page(visitor, '/en/mine/data');
  const answer = await visitor.post('/en/mine/data');
  if (!target(answer).endsWith('/mine/deleted')) throw new Error('Nothing was deleted');
  for (const [name, value] of kept) visitor.cookies.set(name, value);
  return visitor;
}

const SIXTEEN_MINUTES_MS = 16 * 60_000;

/** The same session as on a shared device that nobody has touched for 16 minutes. */
export function leftOnShared({ origin, dataFolder }: RunningServer, visitor: Client): Client {
  const secrets = readWebSecrets(`${dataFolder}/secrets/web.json`);
  const now = Date.now() as Instant;
  const session = openSession(secrets, now, visitor.cookies.get('s') ?? null);
  if (session === null) throw new Error('The visitor has no session');
  const then = (now - SIXTEEN_MINUTES_MS) as Instant;
  const { value } = sessionCookie(secrets, then, { ...session, shared: true });
  const left = newClient(origin);
  for (const name of ['s', '__Host-s']) left.cookies.set(name, value);
  return left;
}

/** As many people with research consent as the funnel needs before it shows (decision D15), and the figures of them. */
export async function makeStudy({ origin, dataFolder }: RunningServer): Promise<void> {
  const people = Array.from({ length: 50 }, () => newClient(origin));
  await inParallel(people, 8, async (client) => {
    await client.get('/en/check');
    await client.post('/en/check', { device: 'private', age: 'adult', self: 'yes' });
    await client.get('/en/check/research');
    await client.post('/en/check/research', { research: 'yes' });
  });
  await releaseFigures(ownerUrl(dataFolder));
}
