import type { Go } from '#app/_request/page-types.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import type { InCheck } from './check-steps.ts';

/** After the last answer: score and record, then the support page where it is due, then intention. */
export async function finishCheck(ctx: VisitorContext, session: InCheck): Promise<Go> {
  const submitted = await submitScreening(ctx, session.check);
  if (!submitted) return { go: '/check/ended', session: null };
  const { check, support } = submitted;
  const shown = support === 'due' && session.support === 'shown';
  return {
    go: support === 'due' && !shown ? '/check/support' : '/check/likely',
    session: { ...session, check, support: shown ? 'shown' : support },
  };
}
