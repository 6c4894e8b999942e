import { listTopics, type Topic } from '#lib/store/group/topics.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** The topics of the group, with their words in every language. */
export function viewTopics(ctx: StaffContext<'group:moderate'>): Promise<readonly Topic[]> {
  return listTopics(ctx.db);
}
