import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { addShifts } from '#lib/usecases/administrator/roster/add-shifts.ts';

const PAGE = staffPaths.addShift;
const text = z.string().default('');

export const POST = staffPost({
  permission: 'roster:edit',
  fields: z.object({
    ...{ person: text, weekday: text, from: text, to: text, first: text, last: text },
    ...{ onCall: text, told: toldField },
  }),
  page: () => PAGE,
  async act(ctx, { told, ...typed }, opened) {
    const added = await addShifts(ctx, typed, told);
    if (added.ok) {
      const go = staffPaths.roster;
      return { go, cookies: [tellOn(opened, go, { told: 'added' })] };
    }
    if (added.error.kind === 'strands') return strandsBack(PAGE, added.error);
    const errors = added.error.problems.map(({ field, code }) => ({
      field,
      text: `roster.error.${code}`,
    }));
    return { back: PAGE, errors };
  },
});
