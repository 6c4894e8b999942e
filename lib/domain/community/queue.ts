import type { Instant } from '../basics/ids.ts';
import type { ReportReason } from './codes.ts';
import type { ItemKind } from './post.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** 0 comes first. Said in words everywhere: high, medium, low. */
export type Priority = 0 | 1 | 2;
export type RiskLevel = 'none' | 'implicit' | 'explicit';

/** Orders the queue and decides nothing: risk first, what somebody saw and reported next, then by time alone. */
export function priorityOf(
  kind: ItemKind,
  risk: RiskLevel,
  reasons: readonly ReportReason[] = [],
): Priority {
  if (risk === 'explicit' || reasons.includes('danger')) return 0;
  return risk === 'implicit' || kind === 'report' ? 1 : 2;
}

/** Who claimed an item and did not decide gives it back to the others after this time. */
export const CLAIM_MS = 20 * MINUTE_MS;

/** Without a decision for so long while something waits, nobody is there in truth: the group is for reading only. */
export const STALLED_MS = 12 * HOUR_MS;

/** What speaks of danger waits at most so long for a moderator, anything else so long (security.md, T11). */
export const DANGER_WITHIN_MS = HOUR_MS;
export const OTHERS_WITHIN_MS = 24 * HOUR_MS;

/** `oldest`: since when the oldest item waits; null: none does. `lastDecision`: null: there was none yet. */
export function isStalled(
  now: Instant,
  {
    oldest,
    lastDecision,
  }: { readonly oldest: Instant | null; readonly lastDecision: Instant | null },
): boolean {
  if (oldest === null || now - oldest < STALLED_MS) return false;
  return lastDecision === null || now - lastDecision >= STALLED_MS;
}

/** After this long at it, or so many hard ones (ux.md G4), a moderator is asked to rest. */
const BREAK_AFTER_MS = 2 * HOUR_MS;
const HARD_ONES = 10;
/** A quarter of an hour without a decision is a rest. */
const REST_MS = 15 * MINUTE_MS;
/** How far back it is looked. */
export const WORK_SPAN_MINUTES = 8 * 60;

export interface Made {
  readonly at: Instant;
  /** About a text of the first priority. */
  readonly hard: boolean;
}

/** Whether a moderator has been at it too long, by their own decisions, oldest first. */
export function needsBreak(made: readonly Made[], now: Instant): boolean {
  const last = made.at(-1);
  if (last === undefined || now - last.at >= REST_MS) return false;
  const from = made.findLastIndex(({ at }, i) => at - (made[i - 1]?.at ?? -Infinity) >= REST_MS);
  const run = made.slice(from);
  const began = run[0]?.at ?? now;
  return now - began >= BREAK_AFTER_MS || run.filter(({ hard }) => hard).length >= HARD_ONES;
}
