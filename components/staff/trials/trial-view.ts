import type { Instant } from '#lib/domain/basics/ids.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import type { Effect } from '#lib/domain/evaluation/trials/judge.ts';
import type { PrintedTrial } from '#lib/domain/evaluation/trials/print-trial.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import type { TrialEventKind, TrialNow } from '#lib/domain/evaluation/trials/state.ts';
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
  /** Closed, and somebody's days may not be over. */
  readonly unfinished: boolean;
  readonly leastDifference: number | null;
  readonly figures: TrialFigures | null;
}

/** Groups and flow are empty, or null, until results are opened; groups also where people were dealt out unevenly. */
export interface TrialFigures extends Pick<PrintedTrial, 'subgroups' | 'flow'> {
  /** Null: nothing was counted yet. */
  readonly table: PrintedTrial['table'] | null;
  readonly stages: readonly TrialStage[];
  readonly sight: 'open' | 'running' | null;
  /** Open, and not counted yet. */
  readonly awaited: boolean;
  readonly counted: CountedAt | null;
  /** ISO date on which people had been dealt out otherwise than planned; null: nothing says so. */
  readonly unevenOn: string | null;
  readonly harmed: boolean;
  /** Null: closed to this person, or dealt out unevenly. */
  readonly effect: Readonly<Record<Reading, Effect | null>> | null;
}
