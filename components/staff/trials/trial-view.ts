import type { Instant } from '#lib/domain/basics/ids.ts';
import type { DisclosedTable } from '#lib/domain/evaluation/disclosure.ts';
import type { Effect } from '#lib/domain/evaluation/trials/judge.ts';
import type { Arm, Registration } from '#lib/domain/evaluation/trials/registration.ts';
import type { TrialEventKind, TrialNow } from '#lib/domain/evaluation/trials/state.ts';
import type { Subgroups } from '#lib/domain/evaluation/trials/subgroups.ts';
import type { Reading, TrialStage } from '#lib/domain/evaluation/trials/table.ts';

/** A comparison as its page shows it. */
export interface TrialView {
  readonly trial: {
    readonly id: string;
    readonly registration: Registration;
    readonly hash: string | null;
    readonly author: { readonly name: string };
    readonly now: TrialNow;
    readonly events: readonly {
      readonly kind: TrialEventKind;
      readonly staff: { readonly name: string } | null;
      readonly note: string;
      readonly at: Instant;
    }[];
  };
  /** ISO date. */
  readonly today: string;
  readonly mine: boolean;
  readonly askedByMe: boolean;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly leastDifference: number | null;
  readonly figures: TrialFigures | null;
}

export interface TrialFigures {
  readonly table: DisclosedTable<Arm['way'], TrialStage>;
  /** Empty where they are not shown, or none was registered. */
  readonly subgroups: readonly Subgroups[];
  readonly stages: readonly TrialStage[];
  readonly sight: 'open' | 'running' | null;
  readonly uneven: boolean;
  readonly harmed: boolean;
  /** Null: closed to this person. */
  readonly effect: Readonly<Record<Reading, Effect | null>> | null;
}
