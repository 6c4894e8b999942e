import type { Failed, Go } from '#app/_request/page-types.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';

/** A step was chosen: it is recorded, and who has no return code yet is given one. */
export async function chooseAndGo(ctx: VisitorContext, step: Tier): Promise<Go | Failed> {
  const code = await issueCode(ctx);
  if (!code.ok && code.error === 'busy') return { status: 429 };
  await chooseStep(ctx, step);
  if (!code.ok) return { go: '/next/likely' };
  const go = code.value.code === null ? '/next/likely' : '/plan/keep';
  return { go, session: code.value };
}
