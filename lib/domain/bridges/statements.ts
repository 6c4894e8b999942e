import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { BARRIER_CODES, type BarrierCode } from './barriers.ts';

/**
 * What a person may tick, and the codes that each stands for. The codes of a statement are always
 * recorded together: who reads them later cannot tell which half of a sentence was meant.
 */
export const STATEMENTS = {
  stigma: ['stigma-public', 'fear-label'],
  fear: ['fear-disclosure'],
  recognition: ['not-ill'],
  expectation: ['doubt-works'],
  alone: ['self-reliance', 'weakness'],
  family: ['face', 'family-against'],
  support: ['support-enough'],
  cost: ['cost'],
  distance: ['distance', 'dont-know-where'],
  waiting: ['waiting'],
  enough: ['self-help-enough', 'check-was-enough'],
  trust: ['privacy-fear', 'no-trust-online'],
} as const satisfies Readonly<Record<string, readonly BarrierCode[]>>;

export type StatementId = keyof typeof STATEMENTS;

export const STATEMENT_IDS = Object.keys(STATEMENTS) as readonly StatementId[];

/** More than this is a list of worries, not a place to begin. */
export const MOST_STATEMENTS = 3;

/** The codes that a statement stands for, in the order of the codebook: what ideas must exist for. */
export const OFFERED_CODES: readonly BarrierCode[] = BARRIER_CODES.filter((code) =>
  STATEMENT_IDS.some((id) => standsFor(id, code)),
);

/** What a person said of obstacles: some of the statements, none of them, or that they would rather not say. */
export type Said =
  | { readonly answer: 'given'; readonly codes: readonly BarrierCode[] }
  | { readonly answer: 'none' | 'declined'; readonly codes: readonly [] };

export type SaidError = 'empty' | 'odd' | 'tooMany' | 'notAlone';

/** Reads the ticked boxes. "None of these" and "I would rather not say" stand alone. */
export function readSaid(ticked: readonly string[]): Result<Said, SaidError> {
  const alone = ticked.find((one) => one === 'none' || one === 'declined');
  const chosen = STATEMENT_IDS.filter((id) => ticked.includes(id));
  if (ticked.length === 0) return err('empty');
  if (alone !== undefined && ticked.length > 1) return err('notAlone');
  if (alone !== undefined) return ok({ answer: alone as 'none' | 'declined', codes: [] });
  if (new Set(ticked).size !== chosen.length) return err('odd');
  if (chosen.length > MOST_STATEMENTS) return err('tooMany');
  const codes = BARRIER_CODES.filter((code) => chosen.some((id) => standsFor(id, code)));
  return ok({ answer: 'given', codes });
}

/** The statement that stands for a code; null where no statement does. */
export function statementOf(code: BarrierCode): StatementId | null {
  return STATEMENT_IDS.find((id) => standsFor(id, code)) ?? null;
}

function standsFor(id: StatementId, code: BarrierCode): boolean {
  const codes: readonly BarrierCode[] = STATEMENTS[id];
  return codes.includes(code);
}
