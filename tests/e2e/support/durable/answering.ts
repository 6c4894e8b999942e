// A guide who answers until the server dies, and a list of the replies that they were told are on their way.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { actKey } from '#app/_request/form/form-token.ts';
import { readWebSecrets } from '#lib/gateways/secrets.ts';
import { type Client, newClient } from '../../../support/client.ts';
import type { RunningServer } from '../../../support/server.ts';
import { invite, join } from '../canary/staff-account.ts';
import { withOwner } from './own-server.ts';

const PASSWORD = 'four quiet words here';

/** A guide with an account, signed in: the cookies outlive the server. */
export async function hireAnsweringGuide(server: RunningServer): Promise<Client['cookies']> {
  const [administrator, guide] = [newClient(server.origin), newClient(server.origin)];
  const account = (name: string) => ({ name, email: `${name}@handrail.test`, password: PASSWORD });
  await join(administrator, server.setUpAddress ?? '', account('ann'));
  const { password: _password, ...person } = account('gil');
  await join(guide, await invite(administrator, person, 'guide'), account('gil'));
  return guide.cookies;
}

/** Between two looks at an inbox where nobody waits. */
const PAUSE_MS = 100;

export interface Held {
  readonly thread: string;
  readonly key: string;
}

/** Opens one waiting message after another and replies, until the server is gone. */
export async function keepAnswering(
  { origin, dataFolder }: RunningServer,
  cookies: Client['cookies'],
  held: Held[],
): Promise<void> {
  const secrets = readWebSecrets(`${dataFolder}/secrets/web.json`);
  const guide = newClient(origin);
  for (const [name, value] of cookies) guide.cookies.set(name, value);
  const seenBefore = new Set(held.map(({ thread }) => thread));
  try {
    for (;;) {
      const thread = await findWaiting(guide, seenBefore);
      if (thread === null) {
        await setTimeout(PAUSE_MS);
        continue;
      }
      seenBefore.add(thread);
      const path = `/en/staff/inbox/${thread}`;
      const page = await guide.get(path);
      const seen = /name="seen"[^>]*value="(\d+)"/.exec(page.body)?.[1] ?? '';
      const text = `Reply ${randomUUID()}`;
      const fields = { text, step: 'recheck', seen };
      const key = actKey(secrets, guide.token().split('.')[0] ?? '', fields);
      await guide.post(`${path}/do/reply`, fields);
      // These very words can be taken back: they are on their way.
      const { body } = await guide.get(path);
      if (body.includes(`${path}/do/undo`) && body.includes(text)) held.push({ thread, key });
    }
  } catch {
    // The connection broke, as a guide would see it.
  }
}

/** The first of those who wait whom this guide has not answered; null where there is none. */
async function findWaiting(guide: Client, not: ReadonlySet<string>): Promise<string | null> {
  const start = '/en/staff/inbox?tab=unassigned&amp;all=1';
  for (let path: string | undefined = start; path !== undefined; ) {
    const { body }: { body: string } = await guide.get(path.replaceAll('&amp;', '&'));
    const ids = [...body.matchAll(/\/staff\/inbox\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '');
    const found = ids.find((id) => !not.has(id));
    if (found !== undefined) return found;
    path = /href="([^"]+after=[^"]+)"/.exec(body)?.[1];
  }
  return null;
}

/** Replies that were acknowledged and are neither on their way nor a message, or that are there twice. */
export async function findLostReplies(
  url: string,
  held: readonly Held[],
): Promise<readonly Held[]> {
  const { rows } = await withOwner(url, (db) =>
    db.query<{ key: string; n: number }>(`SELECT key, count(*)::int AS n FROM (
        SELECT key FROM ops.pending_reply
        UNION ALL SELECT idempotency_key FROM subject.message WHERE author = 'staff') AS all_keys
      GROUP BY key`),
  );
  const found = new Map(rows.map(({ key, n }) => [key, n]));
  const threads = await withOwner(url, (db) =>
    db.query<{ id: string }>('SELECT id FROM subject.thread'),
  );
  const there = new Set(threads.rows.map(({ id }) => id));
  return held.filter(({ thread, key }) => there.has(thread) && found.get(key) !== 1);
}
