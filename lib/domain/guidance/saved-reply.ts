import type { Day } from '#lib/domain/basics/ids.ts';

/** A signature holds for so many days; then a clinician reads the text again. */
export const REVIEW_DAYS = 365;
export const TITLE_MAX = 80;

/** What guides type after two colons. */
export const SHORTCUT = /^[a-z0-9][a-z0-9-]{1,19}$/;

export type SignState = 'draft' | 'signed' | 'past';

/** Only what is signed, and not past its review, can be inserted. */
export function signState(signedOn: Day | null, today: Day): SignState {
  if (signedOn === null) return 'draft';
  return today <= signedOn + REVIEW_DAYS ? 'signed' : 'past';
}

/** The text with each `::word` that is known put in its place, and which those were. */
export function expandShortcuts(
  text: string,
  replies: ReadonlyMap<string, string>,
): { readonly text: string; readonly used: readonly string[] } {
  const used: string[] = [];
  const expanded = text.replace(/::([a-z0-9][a-z0-9-]*)/g, (typed, shortcut: string) => {
    const reply = replies.get(shortcut);
    if (reply === undefined) return typed;
    used.push(shortcut);
    return reply;
  });
  return { text: expanded, used };
}

/** Appended after what is written already. */
export function append(text: string, more: string): string {
  return text.trim() === '' ? more : `${text.trimEnd()}\n\n${more}`;
}
