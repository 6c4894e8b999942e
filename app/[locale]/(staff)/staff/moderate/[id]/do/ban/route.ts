import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { BAN_REASONS } from '#lib/domain/community/codes.ts';
import { endPosting } from '#lib/usecases/moderator/end-posting.ts';

/** The text itself still has to be decided: ending somebody's posting is another matter. */
export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({ ban: z.enum(BAN_REASONS, 'moderate.item.reasonNone') }),
  page: ({ params }) => staffPaths.groupItem(String(params['id'])),
  async act(ctx, { ban }, opened) {
    const id = String(opened.params['id']);
    const ended = await endPosting(ctx, { id, reason: ban });
    if (!ended.ok && ended.error === 'already') {
      const errors = [{ field: 'ban', text: 'moderate.item.error.already' }];
      return { back: staffPaths.groupItem(id), errors };
    }
    const news = ended.ok ? 'banned' : ended.error;
    return { go: staffPaths.moderate, cookies: [tellOn(opened, staffPaths.moderate, { news })] };
  },
});
