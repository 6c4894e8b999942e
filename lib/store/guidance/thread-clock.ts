import type { Instant } from '#lib/domain/basics/ids.ts';
import { URGENCIES, type Urgency } from '#lib/domain/guidance/queue.ts';
import { THREAD_NAMES } from '#lib/domain/guidance/thread-name.ts';
import type { Tx } from '../client.ts';

interface NewClock {
  readonly locale: string;
  readonly tier: string | null;
  readonly now: Instant;
  readonly promisedAt: Instant | null;
  readonly urgency?: Urgency;
}

/**
 * With a name that no other thread has that is not closed, as long as there is one; and for the team of its
 * step, or else of its language, where an active guide is in one.
 */
export async function insertClock(tx: Tx, id: string, clock: NewClock): Promise<void> {
  const { locale, tier, now, promisedAt, urgency = URGENCIES.none } = clock;
  const promised = promisedAt === null ? null : new Date(promisedAt);
  await tx.$executeRaw`
    INSERT INTO ops.thread_clock (thread_id, opened_at, promised_at, locale, urgency, name, team)
    SELECT ${id}::uuid, ${new Date(now)}, ${promised}::timestamptz, ${locale}, ${urgency}::smallint,
      coalesce(
        (SELECT n FROM generate_series(0, ${THREAD_NAMES}::integer - 1) AS n
         WHERE NOT EXISTS (SELECT FROM ops.thread_clock c WHERE c.name = n AND c.closed_on IS NULL)
         ORDER BY random() LIMIT 1),
        floor(random() * ${THREAD_NAMES}::integer)),
      (SELECT s.team FROM ops.staff s
       WHERE s.disabled_at IS NULL AND 'guide' = ANY (s.roles) AND s.team IN (${tier}, ${locale})
       ORDER BY s.team = ${tier} DESC LIMIT 1)`;
}
