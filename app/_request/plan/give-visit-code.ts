import type { ServiceId } from '#lib/domain/basics/ids.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { keepVisitCode } from '#lib/usecases/visitor/visit/keep-visit-code.ts';

/** Makes the visit code for a service, or finds the one there is, and keeps it for its owner. */
export async function giveVisitCode(
  ctx: VisitorContext,
  service: ServiceId,
): Promise<'kept' | 'gone' | 'not_ready' | 'closed'> {
  const issued = await issueVisitCode(ctx, service);
  if (!issued.ok) return issued.error;
  await keepVisitCode(ctx, { ...issued.value, service });
  return 'kept';
}
