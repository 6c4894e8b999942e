import type { Go } from '#app/_request/page-types.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { type InCheck, supportBefore } from './check-steps.ts';

/**
 * After the last answer: the support page where it is due, then score and record, then intention. People
 * come before the writing too: a database that is down, or a pathway that is gone, must not keep the help
 * lines from somebody.
 */
export async function finishCheck(ctx: VisitorContext, session: InCheck): Promise<Go> {
  const first = supportBefore(session);
  if (first) return first;
  const submitted = await submitScreening(ctx, session.check);
  if (!submitted) return { go: '/check/ended', session: null };
  const { check, support } = submitted;
  const shown = support === 'due' && session.support === 'shown';
  return {
    go: support === 'due' && !shown ? '/check/support' : '/check/likely',
    session: { ...session, check, support: shown ? 'shown' : support },
  };
}
