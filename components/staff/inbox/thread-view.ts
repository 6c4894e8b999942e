import type { Locale } from '#lib/domain/basics/locale.ts';
import type { AnswerStep } from '#lib/domain/guidance/answer-step.ts';
import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Band } from '#lib/domain/screening/band.ts';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';

/** A thread as a guide may see it: no pathway, and the band only where it was shared. */
export interface OpenedThread {
  readonly thread: {
    readonly id: string;
    readonly name: number;
    readonly locale: Locale;
    readonly tier: Tier | null;
    readonly band: Band | null;
    readonly state: 'open' | 'answered' | 'closed';
    readonly urgency: 0 | 1 | 2;
    readonly promisedAt: number | null;
    readonly assignedTo: string | null;
  };
  readonly late: boolean;
  readonly messages: readonly {
    readonly seq: number;
    readonly author: 'visitor' | 'staff';
    readonly text: string;
    readonly step: AnswerStep | null;
  }[];
  readonly notes: readonly {
    readonly seq: number;
    readonly kind: 'note' | 'handover' | 'withheld';
    readonly by: string;
    readonly text: string;
  }[];
  readonly present: readonly {
    readonly name: string;
    readonly since: number;
    readonly replying: boolean;
  }[];
  readonly draft:
    | (DraftContent & { readonly askedOf: string | null; readonly back: boolean })
    | null;
  readonly toCheck: readonly {
    readonly of: string;
    readonly by: string;
    readonly draft: DraftContent;
  }[];
  readonly pending: {
    readonly text: string;
    readonly step: AnswerStep | null;
    readonly by: string;
    readonly own: boolean;
    readonly dueAt: number;
  } | null;
  readonly guide: string | null;
}

/** What there is to choose from while it is answered. */
export interface Choices {
  readonly steps: { readonly open: ReadonlySet<Tier>; readonly above: Tier | null };
  readonly services: readonly {
    readonly id: string;
    readonly name: Readonly<Record<Locale, string>>;
  }[];
  readonly saved: readonly {
    readonly id: string;
    readonly title: string;
    readonly shortcut: string;
  }[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

export const THREAD_NEWS = [
  'saved',
  'inserted',
  'undone',
  'tooLate',
  'given',
  'noted',
  'assigned',
] as const;
export type ThreadNews = (typeof THREAD_NEWS)[number];

export interface ThreadProps {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: OpenedThread;
  readonly choices: Choices;
  /** The guide whose page this is. */
  readonly self: { readonly id: string; readonly name: string };
  readonly errors: readonly FormError[];
  /** Typed before somebody else wrote, and how many messages were read then. */
  readonly values: Readonly<Record<string, string>>;
  readonly news: ThreadNews | null;
}
