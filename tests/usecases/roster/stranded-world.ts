import type fc from 'fast-check';
import { expect } from 'vitest';
import type { Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import type { TestDatabase } from '../../support/database.ts';
import { listWaitingThreads } from '../../support/waiting-threads.ts';
import { staffContextOf, type TestPerson } from '../staff/people.ts';
import { isStaffedBefore } from './staffed-before.ts';

/** What the acts of the model happen to. */
export interface World {
  readonly test: TestDatabase;
  now: Instant;
  readonly administrator: TestPerson;
  readonly guides: readonly TestPerson[];
  readonly pathway: PathwayId;
  /** What was promised to each thread when it was written: it may never change. */
  readonly promised: Map<string, Instant | null>;
  refused: number;
}
export type Act = fc.AsyncCommand<object, World>;

export const admin = ({ test, administrator, now }: World) =>
  staffContextOf(test.db, administrator, 'roster:edit' as never, now);

/** The property, read from the rows after every act. */
async function look({ test, now, promised }: World): Promise<void> {
  const stranded = await listOpenAlerts(test.db, 'promise_stranded');
  const late = await listOpenAlerts(test.db, 'promise_overdue');
  const alerted = new Set(stranded.map(({ subject }) => subject));
  const overdue = new Set(late.map(({ subject }) => subject));
  for (const { id, promisedAt } of await listWaitingThreads(test.db)) {
    // What nobody could promise is promised once somebody can.
    if (promised.get(id) === null) promised.set(id, promisedAt);
    expect(promisedAt).toBe(promised.get(id));
    if (promisedAt === null) continue;
    const said = promisedAt < now ? overdue.has(id) : alerted.has(id);
    const fine = promisedAt > now && (await isStaffedBefore(test.owner, now, promisedAt));
    expect(fine || said || promisedAt === now, `${id} at ${new Date(now).toISOString()}`).toBe(
      true,
    );
  }
}

export function act(name: string, run: (w: World) => Promise<void>): Act {
  return {
    check: () => true,
    async run(_model, w) {
      await run(w);
      await look(w);
    },
    toString: () => name,
  };
}

/** As the pages do it: refused first, then told and sent once more, or left alone. */
export async function insisting(
  w: World,
  insists: boolean,
  send: (told: number) => Promise<{ ok: boolean; error?: unknown }>,
): Promise<void> {
  const { db } = w.test;
  const before = (await listOpenAlerts(db, 'promise_stranded')).length;
  const first = await send(0);
  if (first.ok) return;
  const { kind, count } = first.error as { kind?: string; count?: number };
  if (kind !== 'strands') return;
  w.refused += 1;
  expect(count).toBeGreaterThan(0);
  // Nothing happened.
  expect((await listOpenAlerts(db, 'promise_stranded')).length).toBe(before);
  if (!insists) return;
  expect((await send((count ?? 0) - 1)).ok).toBe(false);
  expect((await send(count ?? 0)).ok).toBe(true);
}
