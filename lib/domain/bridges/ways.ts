/**
 * What may come between a chosen step and the last page of the visit. These are what a comparison may give by
 * chance: none of them takes anything away, since the plan, the directory and help stay one link from each.
 */
export interface Way {
  readonly id: 'if-then-plan' | 'information-page' | 'feedback-only';
  /** Raised when its words come to mean something else: a comparison names the version it compares. */
  readonly version: number;
  /** ISO date of the review by a clinician and a native reader; null: it awaits them. */
  readonly reviewedOn: string | null;
}

export type WayId = Way['id'];

export const WAYS: readonly Way[] = [
  { id: 'if-then-plan', version: 1, reviewedOn: null },
  { id: 'information-page', version: 1, reviewedOn: null },
  { id: 'feedback-only', version: 1, reviewedOn: null },
];

export const WAY_IDS = WAYS.map(({ id }) => id) as [WayId, ...WayId[]];

export function wayOf(id: WayId): Way {
  return WAYS.find((way) => way.id === id) as Way;
}
