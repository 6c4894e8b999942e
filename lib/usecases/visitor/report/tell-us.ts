import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type Risk, readWords, type ToldKind } from '#lib/domain/reports/report.ts';
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { raiseReport } from '#lib/usecases/raise-report.ts';

export interface Received {
  readonly number: string;
  readonly risk: Risk;
  /** An answer was asked for, and can be read. */
  readonly answered: boolean;
}

export interface Told {
  readonly kind: ToldKind;
  readonly words: string;
  /** The answer is to be read with the return code. */
  readonly answer: boolean;
}

/** A complaint, a problem or a harm, from anybody, without a name. Whoever came with a return code may ask for an answer. */
export async function tellUs(
  ctx: Context & { readonly key: string; readonly session: VisitorSession | null },
  { kind, words, answer }: Told,
): Promise<Result<Received, 'empty' | 'too_long'>> {
  const read = readWords(words);
  if (!read.ok) return err(read.error);
  const { db, session, locale } = ctx;
  // It orders the inbox and puts people to call first on the page after it; it decides nothing.
  const { level: risk } = findRisk(read.value);
  const owner = answer && mayRead(session) ? session.pathwayId : null;
  const number = await raiseReport(db, ctx, { kind, words: read.value, risk, locale, owner });
  return ok({ number, risk, answered: owner !== null });
}

/** An answer can be read where a return code opens a place of one's own. */
export function mayRead(session: VisitorSession | null): session is VisitorSession {
  return session !== null && session.recordKey !== null;
}
