import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { ROSTER_ROLES } from '#lib/domain/roster/shift.ts';
import { openDay } from '#lib/usecases/administrator/roster/open-day.ts';

export const POST = staffPost({
  permission: 'roster:edit',
  fields: z.object({ role: z.enum(ROSTER_ROLES), day: z.iso.date() }),
  page: () => staffPaths.daysOff,
  async act(ctx, off, opened) {
    await openDay(ctx, off);
    const go = staffPaths.roster;
    return { go, cookies: [tellOn(opened, go, { told: 'opened' })] };
  },
});
