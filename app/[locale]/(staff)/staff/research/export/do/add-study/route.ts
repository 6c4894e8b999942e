import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { addStudy } from '#lib/usecases/researcher/add-study.ts';

export const POST = staffPost({
  permission: 'research:export',
  fresh: true,
  fields: z.object({
    name: z.string().default(''),
    about: z.string().default('').transform(cleanTyped),
  }),
  page: () => staffPaths.packages,
  async act(ctx, fields) {
    const added = await addStudy(ctx, fields);
    if (added.ok) return { go: staffPaths.packages };
    const field = added.error === 'bad_name' || added.error === 'taken' ? 'name' : 'about';
    return { back: staffPaths.packages, errors: [{ field, text: `export.error.${added.error}` }] };
  },
});
