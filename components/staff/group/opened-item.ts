import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ContentNote, Reason, ReportReason } from '#lib/domain/community/codes.ts';
import type { Decision, ItemKind } from '#lib/domain/community/post.ts';
import type { Priority } from '#lib/domain/community/queue.ts';

/** A piece of a text, and why it is marked. */
export interface Marked {
  readonly text: string;
  readonly mark: 'risk' | 'masked' | null;
}

/** What a moderator reads before they decide: a text, and nothing of its writer but a name in the topic. */
export interface OpenedItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly priority: Priority;
  readonly secondAsked: boolean;
  readonly waitedMs: number;
  readonly topic: { readonly locale: Locale; readonly title: string; readonly opening: string };
  readonly name: string;
  readonly locale: Locale;
  readonly note: ContentNote | null;
  readonly week: Day;
  readonly text: readonly Marked[];
  readonly shown: string | null;
  readonly seen: string;
  readonly reasons: readonly ReportReason[];
  readonly words: readonly string[];
  readonly decisions: readonly Decision[];
  readonly before: readonly {
    readonly n: number;
    readonly kind: ItemKind;
    readonly decision: Decision;
    readonly reason: Reason | null;
    readonly mine: boolean;
  }[];
  readonly canAsk: boolean;
}
