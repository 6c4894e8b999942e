import { withinLimits } from '#app/_request/form/within-limits.ts';
import type { Go } from '#app/_request/page-types.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';

/** Each costs a slow hash. As many as there may be checks of one network in 10 minutes. */
export const MOST_CODES = 600;

const ENDED: Go = { go: '/check/ended', session: null };

/** A step was chosen: it is recorded, and who has no return code yet is given one. */
export async function chooseAndGo(ctx: VisitorContext, step: Tier, request: Request): Promise<Go> {
  const chosen = await chooseStep(ctx, step);
  if (chosen === 'gone') return ENDED;
  if (chosen === 'refused') return { go: '/next' };
  // The step is kept; on its own page the code can be asked for again in a moment.
  if (!withinLimits('code', request, MOST_CODES, ctx.now)) return { go: '/plan/keep' };
  const code = await issueCode(ctx);
  if (code.ok) {
    return { go: code.value.code === null ? '/next/likely' : '/plan/keep', session: code.value };
  }
  if (code.error === 'busy') return { go: '/plan/keep' };
  return code.error === 'gone' ? ENDED : { go: '/next/likely' };
}
