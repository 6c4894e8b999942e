import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { PARTS } from '#lib/domain/roster/pause.ts';
import { reopenPart } from '#lib/usecases/staff/parts/reopen-part.ts';

export const POST = staffPost({
  permission: 'parts:pause',
  fields: z.object({ part: z.enum(PARTS) }),
  page: () => staffPaths.pause,
  async act(ctx, { part }, opened) {
    await reopenPart(ctx, part);
    const go = staffPaths.pause;
    return { go, cookies: [tellOn(opened, go, { told: 'reopened' })] };
  },
});
