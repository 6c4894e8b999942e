import type { Go } from '#app/_request/page-types.ts';
import type { Check, VisitorContext } from '#lib/usecases/context.ts';
import { submitScreening } from '#lib/usecases/visitor/submit-screening.ts';

/** After the last answer: score and record, then the support page where it is due, then intention. */
export async function finishCheck(ctx: VisitorContext, check: Check): Promise<Go> {
  const done = await submitScreening(ctx, check);
  const seen = done.support === 'due' && check.support === 'shown';
  const settled: Check = seen ? { ...done, support: 'shown' } : done;
  return {
    go: settled.support === 'due' ? '/check/support' : '/check/likely',
    session: { ...ctx.session, check: settled },
  };
}
