import { localTime } from '#lib/gateways/clock.ts';
import { listRequests } from '#lib/store/exports.ts';
import { listStudies } from '#lib/store/studies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Studies, and what was asked for them. */
export async function viewPackages(ctx: StaffContext<'research:approve'>) {
  const { timeZone } = ctx.config;
  const requests = (await listRequests(ctx.db)).map((request) => ({
    ...request,
    asked: localTime(request.askedAt, timeZone),
  }));
  return { studies: await listStudies(ctx.db), requests };
}
