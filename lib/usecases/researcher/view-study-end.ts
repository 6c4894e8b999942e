import { isUuid } from '#lib/domain/basics/typed.ts';
import { countStudyRequests, findStudy } from '#lib/store/studies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** What ends with a study; null where there is none, or it has ended. */
export async function viewStudyEnd(ctx: StaffContext<'research:export'>, id: string) {
  const study = isUuid(id) ? await findStudy(ctx.db, { id }) : null;
  if (!study || study.ended) return null;
  return { study, ...(await countStudyRequests(ctx.db, id)) };
}
