import type { Go } from '#app/_request/page-types.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import type { Check, VisitorSession } from '#lib/usecases/context.ts';

/** Questions of the check in a language: 9, or 10 where the difficulty item exists (decision D22). */
export function questionCount(locale: Locale): number {
  const { items, functionalItem } = phq9Wording(locale);
  return items.length + (functionalItem ? 1 : 0);
}

/** An answer as a form sends it. */
export function readAnswer(text: string | undefined): ItemAnswer | null {
  if (text === 'declined') return 'declined';
  return text !== undefined && /^[0-3]$/.test(text) ? (Number(text) as ItemAnswer) : null;
}

export function answerOf(check: Check, n: number): ItemAnswer | null {
  return n === 10 ? check.difficulty : (check.items[n - 1] ?? null);
}

export function withAnswer(check: Check, n: number, answer: ItemAnswer): Check {
  if (n === 10) return { ...check, difficulty: answer };
  return { ...check, items: check.items.map((old, i) => (i === n - 1 ? answer : old)) };
}

/** The first question without an answer, or null where every one has one. */
export function firstOpen(check: Check, locale: Locale): number | null {
  for (let n = 1; n <= questionCount(locale); n += 1) if (answerOf(check, n) === null) return n;
  return null;
}

/** Question 9 answered above "Not at all", or left out: people come first. */
export function needsSupport(check: Check): boolean {
  return check.items[8] !== 0;
}

/** Where a session belongs that asks for a result too early; null where the result may be shown. */
export function beforeResult(session: VisitorSession, locale: Locale): Go | null {
  const { check } = session;
  if (!check) return null;
  if (!check.done) {
    const open = firstOpen(check, locale);
    return { go: open === null ? '/check/all' : `/check/${open}` };
  }
  return check.support === 'due' ? { go: '/check/support' } : null;
}
