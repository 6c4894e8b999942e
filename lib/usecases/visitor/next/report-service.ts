import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isListed } from '#lib/domain/referrals/age.ts';
import type { ReportKind } from '#lib/domain/referrals/report.ts';
import { countReport } from '#lib/store/service-reports.ts';
import { findService } from '#lib/store/services.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Somebody called and it was wrong: one more in a count by day, beside nothing that says who it was. A repeated post is one report. */
export async function reportService(
  ctx: Context & { readonly key: string },
  id: ServiceId,
  kind: ReportKind,
): Promise<Result<void, 'unknown'>> {
  const service = await findService(ctx.db, id);
  if (!service || !isListed(service, ctx.today)) return err('unknown');
  await countReport(ctx.db, { service: id, kind, day: ctx.today, post: ctx.key });
  return ok(undefined);
}
