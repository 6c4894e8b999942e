import type { Instant, ThreadId } from '#lib/domain/basics/ids.ts';
import { keeps } from '#lib/domain/guidance/kept.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openAlert } from '#lib/store/alerts.ts';
import type { Tx } from '#lib/store/client.ts';
import { listPromised, type Promised } from '#lib/store/promises.ts';
import { readPauses } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';
import { readGuideHours } from '#lib/usecases/guidance-promise.ts';

type Asked = Pick<Context, 'config' | 'now' | 'today'>;

/** The promised answers before whose time no guide is at work; the earliest first. Those that are late are not among them. */
export async function listStranded(
  tx: Tx,
  ctx: Asked,
  /** Guidance is closed until then at least. */
  closedUntil: Instant = ctx.now,
): Promise<readonly Promised[]> {
  const promised = await listPromised(tx, ctx.now);
  if (promised.length === 0) return [];
  const hours = await readGuideHours(tx, ctx);
  const paused = (await readPauses(tx, ctx.now)).get('guidance') ?? ctx.now;
  const { timeZone } = ctx.config;
  const from = Math.max(closedUntil, paused) as Instant;
  const isKept = keeps(hours, localTime(from, timeZone));
  return promised.filter(({ promisedAt }) => !isKept(localTime(promisedAt, timeZone)));
}

/** What a change would do to people who wait: how many, and when the first and the last were promised an answer. */
export interface Strands {
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
}

export function strandsOf(promises: readonly Promised[]): Strands | null {
  const first = promises.at(0);
  const last = promises.at(-1);
  return first && last
    ? { count: promises.length, first: first.promisedAt, last: last.promisedAt }
    : null;
}

/** Thrown inside the transaction: nothing of the change stays. */
export class WouldStrand extends Error {
  readonly strands: Strands;
  constructor(strands: Strands) {
    super('People were promised an answer when no guide would be at work any more.');
    this.strands = strands;
  }
}

/**
 * Makes a change of who is at work. Where promises that were given fall, because of it, where no guide is at work
 * any more, nothing happens until whoever makes it was told of so many; then each has an alert from the same
 * moment on. No promise is changed. Call it in a transaction that holds the turn of the log.
 * @throws WouldStrand
 */
export async function keepingPromises<T>(
  tx: Tx,
  ctx: Asked,
  told: number,
  change: () => Promise<T>,
): Promise<T> {
  const before = new Set((await listStranded(tx, ctx)).map(({ threadId }) => threadId));
  const done = await change();
  const stranded = await listStranded(tx, ctx);
  const strands = strandsOf(stranded.filter(({ threadId }) => !before.has(threadId)));
  if (strands !== null && strands.count > told) throw new WouldStrand(strands);
  await alertStranded(
    tx,
    ctx.now,
    stranded.map(({ threadId }) => threadId),
  );
  return done;
}

export async function alertStranded(
  tx: Tx,
  at: Instant,
  stranded: readonly ThreadId[],
): Promise<void> {
  for (const subject of stranded) {
    await openAlert(tx, { kind: 'promise_stranded', subject, detail: {}, at });
  }
}
