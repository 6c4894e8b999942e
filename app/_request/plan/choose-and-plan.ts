import type { Again, Failed, Go } from '#app/_request/page-types.ts';
import { paths } from '#components/layout/paths.ts';
import { hasResult, type VisitorContext } from '#lib/usecases/context.ts';
import { chooseService, type ServiceChoice } from '#lib/usecases/visitor/next/choose-service.ts';

/** A service was chosen: it is recorded, and a plan comes next. Without a result the check does. */
export async function chooseAndPlan(
  ctx: VisitorContext,
  choice: ServiceChoice,
  field: string,
): Promise<Go | Again | Failed> {
  if (!hasResult(ctx.session)) return { go: paths.check };
  const chosen = await chooseService(ctx, choice);
  if (chosen.ok) return { go: paths.plan, session: chosen.value };
  if (chosen.error === 'gone') return { go: paths.ended, session: null };
  if (chosen.error === 'refused') return { go: paths.check };
  return { errors: [{ field, text: 'public.services.choose.error.gone' }] };
}
