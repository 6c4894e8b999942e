import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { type ResumeRefused, resumePlacements } from '#lib/usecases/staff/resume-placements.ts';

const PAGE = staffPaths.placements;

const FIELDS: Readonly<Record<ResumeRefused, string>> = {
  no_note: 'note',
  too_long: 'note',
  not_stopped: '',
  changed: '',
};

export const POST = staffPost({
  permission: 'placements:resume',
  fresh: true,
  fields: z.object({
    note: z.string().default('').transform(cleanTyped),
    seen: z.string().default(''),
  }),
  page: () => PAGE,
  async act(ctx, fields, opened) {
    const done = await resumePlacements(ctx, fields);
    if (done.ok) return { go: PAGE, cookies: [tellOn(opened, PAGE, { resumed: 'yes' })] };
    const text = `staff.placements.error.${done.error}`;
    return { back: PAGE, errors: [{ field: FIELDS[done.error], text }] };
  },
});
