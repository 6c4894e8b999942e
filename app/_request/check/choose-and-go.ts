import type { Go } from '#app/_request/page-types.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';

const ENDED: Go = { go: '/check/ended', session: null };

/** A step was chosen: it is recorded, and who has no return code yet is given one. */
export async function chooseAndGo(ctx: VisitorContext, step: Tier): Promise<Go> {
  const chosen = await chooseStep(ctx, step);
  if (chosen === 'gone') return ENDED;
  if (chosen === 'refused') return { go: '/next' };
  const code = await issueCode(ctx);
  if (code.ok) {
    return { go: code.value.code === null ? '/next/likely' : '/plan/keep', session: code.value };
  }
  // The step is kept; on its own page the code can be asked for again in a moment.
  if (code.error === 'busy') return { go: '/plan/keep' };
  return code.error === 'gone' ? ENDED : { go: '/next/likely' };
}
