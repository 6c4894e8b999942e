import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { releaseItem } from '#lib/usecases/moderator/release-item.ts';

export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({ second: z.enum(['yes', 'no']).catch('no') }),
  page: ({ params }) => staffPaths.groupItem(String(params['id'])),
  async act(ctx, { second }, opened) {
    const id = String(opened.params['id']);
    const released = await releaseItem(ctx, { id, second: second === 'yes' });
    if (!released.ok && released.error === 'nobody') {
      const errors = [{ field: '', text: 'moderate.item.error.nobody' }];
      return { back: staffPaths.groupItem(id), errors };
    }
    const news = released.ok ? (second === 'yes' ? 'second' : 'released') : released.error;
    return { go: staffPaths.moderate, cookies: [tellOn(opened, staffPaths.moderate, { news })] };
  },
});
