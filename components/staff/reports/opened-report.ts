import type { Day, StaffId } from '#lib/domain/basics/ids.ts';
import type { CaseKind, HarmLevel, Outcome, Risk } from '#lib/domain/reports/report.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';

/** A case with all its words, as its page shows it. */
export interface OpenedReport {
  readonly facts: {
    readonly id: string;
    readonly number: string;
    readonly kind: CaseKind;
    readonly subject: string | null;
    readonly locale: string | null;
    readonly risk: Risk;
    readonly owner: StaffId | null;
    readonly outcome: Outcome | null;
    readonly serious: boolean;
    readonly version: number;
  };
  readonly deadlines: { readonly acknowledgeBy: Day; readonly answerBy: Day };
  readonly times: {
    readonly arrived: LocalTime;
    readonly acknowledged: LocalTime | null;
    readonly closed: LocalTime | null;
  };
  readonly owner: string | null;
  readonly words: string | null;
  readonly answer: string | null;
  readonly answerable: boolean;
  readonly incident: {
    readonly happened: string;
    readonly harm: HarmLevel;
    readonly done: string;
    readonly recordedBy: string;
    readonly reviewedBy: string | null;
    readonly reviewed: LocalTime | null;
  } | null;
  readonly mayReview: boolean;
  readonly notes: readonly { readonly by: string; readonly at: LocalTime; readonly text: string }[];
  readonly people: readonly { readonly id: StaffId; readonly name: string }[];
}

/** What each part of the page is handed. */
export interface ReportProps {
  readonly frame: Frame;
  /** Already in words. */
  readonly errors: readonly FormError[];
  /** What was typed before a form came back. */
  readonly values: Readonly<Record<string, string>>;
  readonly report: OpenedReport;
}
