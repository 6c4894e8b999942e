import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import { handOver } from '#lib/usecases/moderator/hand-over.ts';

export const POST = staffPost({
  permission: 'group:moderate',
  fields: z.object({ to: z.union([z.literal('nobody'), z.uuid()], 'moderate.handover.choose') }),
  page: () => staffPaths.handover,
  async act(ctx, { to }, opened) {
    const given = await handOver(ctx, to === 'nobody' ? null : (to as StaffId));
    if (!given.ok) {
      const errors = [{ field: 'to', text: 'moderate.handover.not_there' }];
      return { back: staffPaths.handover, errors };
    }
    const news = to === 'nobody' ? 'nobody' : 'handed';
    return { go: staffPaths.moderate, cookies: [tellOn(opened, staffPaths.moderate, { news })] };
  },
});
