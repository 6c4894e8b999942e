import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { dropShift } from '#lib/usecases/administrator/roster/drop-shift.ts';

export const POST = staffPost({
  permission: 'roster:edit',
  fields: z.object({ id: z.uuid(), told: toldField }),
  page: (_opened, { id = '' }) => (isUuid(id) ? staffPaths.shift(id) : staffPaths.roster),
  async act(ctx, { id, told }, opened) {
    const dropped = await dropShift(ctx, id, told);
    if (!dropped.ok) return strandsBack(staffPaths.shift(id), dropped.error);
    const go = staffPaths.roster;
    return { go, cookies: [tellOn(opened, go, { told: 'removed' })] };
  },
});
