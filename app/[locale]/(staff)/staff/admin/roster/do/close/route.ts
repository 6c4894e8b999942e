import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { ROSTER_ROLES } from '#lib/domain/roster/shift.ts';
import { closeDays } from '#lib/usecases/administrator/roster/close-days.ts';

const PAGE = staffPaths.daysOff;

const roles = z
  .string()
  .default('')
  .transform((text) => ROSTER_ROLES.filter((role) => text.split(',').includes(role)))
  .refine((chosen) => chosen.length > 0, 'roster.error.roles');

export const POST = staffPost({
  permission: 'roster:edit',
  fields: z.object({ days: z.string().default(''), roles, told: toldField }),
  page: () => PAGE,
  async act(ctx, { told, ...asked }, opened) {
    const closed = await closeDays(ctx, asked, told);
    if (closed.ok) {
      const go = staffPaths.roster;
      return { go, cookies: [tellOn(opened, go, { told: 'closed' })] };
    }
    if (closed.error.kind === 'strands') return strandsBack(PAGE, closed.error);
    const { problem } = closed.error;
    const errors = [{ field: 'days', text: `roster.error.days.${problem.code}` }];
    return { back: PAGE, errors, facts: { part: 'part' in problem ? problem.part : '' } };
  },
});
