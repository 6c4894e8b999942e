import type { Locale } from '#lib/domain/basics/locale.ts';
import type { InboxTab } from '#lib/domain/guidance/queue.ts';

/** A row of the inbox: no text of a visitor's, and no pathway. */
export interface InboxRow {
  readonly id: string;
  readonly name: number;
  readonly locale: Locale;
  readonly urgency: 0 | 1 | 2;
  readonly promisedAt: number | null;
  /** Days since 1970. */
  readonly answeredOn: number | null;
  readonly guide: string | null;
  readonly waitedMs: number;
  readonly late: boolean;
  readonly viewers: readonly string[];
}

export interface InboxView {
  readonly tab: InboxTab;
  readonly counts: Readonly<Record<InboxTab, number>>;
  readonly rows: readonly InboxRow[];
  readonly next: string | null;
  readonly toCheck: readonly {
    readonly threadId: string;
    readonly name: number;
    readonly by: string;
  }[];
  readonly languages: readonly string[];
  readonly team: string | null;
  readonly all: boolean;
  readonly full: boolean;
}

export type InboxNews = 'gone' | 'closedNow' | 'nothing' | 'full';
