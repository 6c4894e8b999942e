import type { Go } from '#app/_request/page-types.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Check, VisitorSession } from '#lib/usecases/context.ts';
import { type Asked, answerTo, askedIn, asksSafety } from './asked.ts';

/** An answer as a form sends it. */
export function readAnswer(text: string | undefined): ItemAnswer | null {
  if (text === 'declined') return 'declined';
  return text !== undefined && /^[0-3]$/.test(text) ? (Number(text) as ItemAnswer) : null;
}

export type InCheck = VisitorSession & { readonly check: Check };

/**
 * The session with one more answer. Another answer than before is not scored yet, and a support page
 * that was shown for the old ones does not count for it.
 */
export function withAnswer(
  session: InCheck,
  asked: Pick<Asked, 'question'>,
  answer: ItemAnswer,
): InCheck {
  const { check } = session;
  if (answerTo(check, asked) === answer) return session;
  const changed = { ...check, ...given(check, asked, answer), done: false };
  // What followed from another answer to the safety question says nothing of this one.
  if (asksSafety(asked)) return { ...session, support: 'no', followUp: null, check: changed };
  return { ...session, support: check.done ? 'no' : session.support, check: changed };
}

function given(
  check: Check,
  { question }: Pick<Asked, 'question'>,
  answer: ItemAnswer,
): Partial<Check> {
  if (question === null) return { difficulty: answer };
  const name = question.form === 'phq-9' ? 'items' : 'worry';
  return { [name]: check[name].map((old, i) => (i === question.item - 1 ? answer : old)) };
}

/** The first question without an answer, or null where every one has one. */
export function firstOpen(check: Check, locale: Locale): number | null {
  return askedIn(check, locale).find((asked) => answerTo(check, asked) === null)?.n ?? null;
}

/** Question 9 answered above "Not at all", or left out: people come first. */
export function needsSupport(check: Check): boolean {
  return check.items[8] !== 0;
}

/** Ruling D11: while it is due, the support page comes before everything that is about a result. */
export function supportFirst({ support }: VisitorSession): Go | null {
  return support === 'due' ? { go: '/check/support' } : null;
}

/** The support page, where question 9 asks for it and it was not shown yet: the answers stay in the cookie. */
export function supportBefore(session: InCheck): Go | null {
  if (!needsSupport(session.check) || session.support === 'shown') return null;
  return { go: '/check/support', session: { ...session, support: 'due' } };
}

/** The same, as soon as the question was answered, however many others are still open. */
export function safetyFirst(session: InCheck): Go | null {
  return session.check.items[8] === null ? null : supportBefore(session);
}

/**
 * Two tabs may send different answers, so that this browser holds others than were recorded last. A
 * recorded answer to question 9 comes first; then the answers here are saved again before any result.
 */
export function ofAnotherTab(
  session: VisitorSession,
  { item9 }: Pick<PathwayRow, 'item9'>,
): Go | null {
  const { check } = session;
  if (!check?.done || item9 === null) return null;
  const here = typeof check.items[8] === 'number' ? check.items[8] : 'declined';
  if (here === item9) return null;
  if (item9 !== 0 && session.support !== 'shown') {
    return { go: '/check/support', session: { ...session, support: 'due' } };
  }
  return { go: '/check/answers', session: { ...session, check: { ...check, done: false } } };
}

/** Where a session belongs that asks for a result too early; null where the result may be shown. */
export function beforeResult(session: VisitorSession, locale: Locale): Go | null {
  const { check } = session;
  const first = supportFirst(session);
  return first ?? (check && !check.done ? { go: unfinished(check, locale) } : null);
}

/** Where an unfinished check goes on: at the first open question, or where the answers are saved. */
export function unfinished(check: Check, locale: Locale): string {
  const open = firstOpen(check, locale);
  return open === null ? '/check/answers' : `/check/${open}`;
}
