import type { Answers } from './answers.ts';
import type { Instrument } from './instrument.ts';

interface Condition {
  readonly item: string;
  readonly in: readonly (number | 'declined')[];
}

export interface Judged {
  readonly result: string | null;
  readonly crisis: boolean;
}

/**
 * What an instrument with rules says: the first result whose conditions hold. Where none does, a
 * question was left open, and that is never taken for a "no": it counts as a crisis answer.
 */
export function judge(instrument: Instrument, answers: Answers): Judged | null {
  const { rules, indexOf } = instrument;
  if (rules === null) return null;
  const holds = ({ item, in: accepted }: Condition) => {
    const answer = answers.items[indexOf.get(item) as number];
    return accepted.some((one) => one === answer);
  };
  const found = rules.results.find(
    ({ all, any }) => all.every(holds) && (any.length === 0 || any.some(holds)),
  );
  return found ? { result: found.result, crisis: found.crisis } : { result: null, crisis: true };
}
