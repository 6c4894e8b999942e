import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { claimNext } from '#lib/usecases/moderator/claim-next.ts';

export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({}),
  page: () => staffPaths.moderate,
  async act(ctx, _fields, opened) {
    const id = await claimNext(ctx);
    if (id !== null) return { go: staffPaths.groupItem(id) };
    const news = tellOn(opened, staffPaths.moderate, { news: 'nothingFree' });
    return { go: staffPaths.moderate, cookies: [news] };
  },
});
