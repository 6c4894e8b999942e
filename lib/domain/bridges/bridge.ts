import type { BarrierCode } from './barriers.ts';
import type { EvidenceGrade, FindingId } from './evidence.ts';
import type { FactKind } from './facts.ts';
import type { Technique } from './techniques.ts';

/** COM-B (Michie, van Stralen, West 2011, Implement Sci 6:42): what a person needs so that they act. */
export const TARGETS = ['capability', 'opportunity', 'motivation'] as const;
export type Target = (typeof TARGETS)[number];

/** Whom a text is for. The second is chosen by a link on the page, and never kept. */
export const POPULATIONS = ['general', 'health_staff'] as const;
export type Population = (typeof POPULATIONS)[number];

/** A page of ours that an idea speaks of. */
type Link = 'data' | 'services';

/** One idea for an obstacle. Its words are in the texts, under its id; the id is never given to another. */
export interface BridgeItem {
  readonly id: string;
  /** Raised when its words come to mean something else. */
  readonly version: number;
  /** The first is what it is about; all are of one dimension or speak to the same worry. */
  readonly barriers: readonly [BarrierCode, ...BarrierCode[]];
  readonly target: Target;
  readonly techniques: readonly [Technique, ...Technique[]];
  readonly population: Population;
  /** A story is told in the first person, and marked as written by us. */
  readonly format: 'idea' | 'story';
  readonly fact: FactKind;
  readonly link: Link | null;
  readonly evidence: { readonly grade: EvidenceGrade; readonly finding: FindingId };
  /** ISO date of the review by a clinician and a native reader; null: it awaits them. */
  readonly reviewedOn: string | null;
}
