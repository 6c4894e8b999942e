import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { keepOwnNote } from '#lib/usecases/moderator/keep-own-note.ts';

export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({ note: z.string().default('') }),
  page: () => staffPaths.handover,
  async act(ctx, { note }, opened) {
    const kept = await keepOwnNote(ctx, note);
    if (!kept.ok) {
      const errors = [{ field: 'note', text: 'moderate.handover.tooLong' }];
      return { back: staffPaths.handover, errors };
    }
    const cookies = [tellOn(opened, staffPaths.handover, { news: 'kept' })];
    return { go: staffPaths.handover, cookies };
  },
});
