import { z } from 'zod';
import { CARE, type Facts, firstCheck, SIGNS } from '../facts.ts';
import { ROUTED_INSTRUMENTS, TOTALS } from '../policy.ts';
import { TIERS } from '../tier.ts';
import { plainScore } from './plain-score.ts';

const number = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** What can be said of a made-up person; anything that is not said is as at a first check. */
const schema = z.object({
  form: z.enum(ROUTED_INSTRUMENTS),
  total: number(0, 50),
  item9: z.union([z.literal('declined'), number(0, 3)]).catch(0),
  difficulty: number(0, 3).nullable().catch(null),
  recheck: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
  change: number(-50, 50).nullable().catch(null),
  step: z.enum(TIERS).nullable().catch(null),
  days: number(0, 365).catch(0),
  care: z.enum(CARE).catch('none'),
  signs: z.enum(SIGNS).catch('none'),
});

/** The facts of a made-up person as typed into a form; null where there is no form or no score. */
export function madeUpPerson(typed: Readonly<Record<string, unknown>>): Facts | null {
  const read = schema.safeParse(typed);
  if (!read.success) return null;
  const { form, total, item9, difficulty, recheck, change, step, days, care, signs } = read.data;
  const [lowest, highest] = TOTALS[form];
  if (total < lowest || total > highest) return null;
  const score = plainScore(form, {
    total,
    item9: item9 as 0 | 1 | 2 | 3 | 'declined',
    difficulty: difficulty as 0 | 1 | 2 | 3 | null,
  });
  return {
    ...firstCheck(score),
    recheck,
    change: change === null || !recheck ? {} : { [form]: change },
    step: step === null ? null : { tier: step, days },
    care,
    signs,
  };
}
