import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { liftBan } from '#lib/usecases/moderator/lift-ban.ts';

export const POST = staffPost({
  permission: 'group:bans',
  fields: z.object({ id: z.string().max(40) }),
  page: () => staffPaths.bans,
  async act(ctx, { id }, opened) {
    const lifted = await liftBan(ctx, id);
    if (!lifted.ok) {
      const errors = [{ field: '', text: `moderate.bans.error.${lifted.error}` }];
      return { back: staffPaths.bans, errors };
    }
    return { go: staffPaths.bans, cookies: [tellOn(opened, staffPaths.bans, { news: 'lifted' })] };
  },
});
