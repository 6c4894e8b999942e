import type { Tier } from '#lib/domain/routing/tier.ts';
import { type Disclosed, LEAST_SHOWN, roundCount } from './disclosure.ts';

/** What is stored of how many people the steps can take. */
export interface KnownRoom {
  readonly open: ReadonlySet<Tier>;
  /** Active accounts of guides. */
  readonly guides: number;
  /** Conversations that are not closed, as they may be printed. */
  readonly conversations: Disclosed;
  /** Entries of the directory that visitors see. */
  readonly services: number;
  readonly paused: number;
  /** New people a week, as a clinician wrote it; none for a step of which nobody has said. */
  readonly weekly: ReadonlyMap<Tier, number>;
}

/** One count of visitors that stands for itself (decision D15). */
export function discloseCount(count: number): Disclosed {
  return count < LEAST_SHOWN ? { kind: 'suppressed' } : { kind: 'shown', value: roundCount(count) };
}
