import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { endShift } from '#lib/usecases/administrator/roster/end-shift.ts';

export const POST = staffPost({
  permission: 'roster:edit',
  fields: z.object({ id: z.uuid(), last: z.string().default(''), told: toldField }),
  page: (_opened, { id = '' }) => (isUuid(id) ? staffPaths.shift(id) : staffPaths.roster),
  async act(ctx, { id, last, told }, opened) {
    const back = staffPaths.shift(id);
    const ended = await endShift(ctx, { id, last }, told);
    if (ended.ok) {
      const go = staffPaths.roster;
      return { go, cookies: [tellOn(opened, go, { told: 'ended' })] };
    }
    const { error } = ended;
    if (error.kind === 'gone') return { status: 404 };
    if (error.kind === 'strands') return strandsBack(back, error);
    return { back, errors: [{ field: 'last', text: `roster.error.${error.code}` }] };
  },
});
