import { err, ok, type Result } from '../basics/result.ts';
import { cleanTyped } from '../basics/typed.ts';

/** What a visitor can write about. `harm`: somebody was hurt by what happened here, or could have been. */
export const TOLD_KINDS = ['complaint', 'problem', 'harm'] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/**
 * Every kind of case. `escalation`: a moderator hands something on. `directory` and `alert` hold no words: what is
 * wrong with an entry, and an alert, that somebody has to see to.
 */
export const CASE_KINDS = [...TOLD_KINDS, 'escalation', 'directory', 'alert'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const OUTCOMES = ['right', 'partly', 'not_right', 'mended', 'passed_on', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How much harm came of it, in the steps of physical and psychological harm of NHS England's "Learn from patient
 * safety events" service (2023): none, low, moderate, severe, fatal.
 */
export const HARM_LEVELS = ['none', 'low', 'moderate', 'severe', 'fatal'] as const;
export type HarmLevel = (typeof HARM_LEVELS)[number];

export type Risk = 'none' | 'implicit' | 'explicit';

/** In code points. */
export const LONGEST_WORDS = 2000;

/** Words as they are kept, of visitors and of staff, or what is wrong with them. */
export function readWords(typed: string): Result<string, 'empty' | 'too_long'> {
  const text = cleanTyped(typed).trim();
  if (!/[^\s\p{C}]/u.test(text)) return err('empty');
  return [...text].length > LONGEST_WORDS ? err('too_long') : ok(text);
}

interface Waiting {
  readonly risk: Risk;
  readonly kind: CaseKind;
  /** Of what is due next. */
  readonly due: number;
}

/** Words that may speak of danger first, then harm, then what is due first. */
export function byUrgency(a: Waiting, b: Waiting): number {
  return rankOf(a) - rankOf(b) || a.due - b.due;
}

function rankOf({ risk, kind }: Waiting): number {
  if (risk === 'explicit') return 0;
  if (risk === 'implicit') return 1;
  return kind === 'harm' || kind === 'escalation' ? 2 : 3;
}
