import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { cleanTyped, isUuid } from '#lib/domain/basics/typed.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';

/** The page of the request, or the list where there is none of this name. */
const pageOf = (id = '') => (isUuid(id) ? staffPaths.package(id) : staffPaths.packages);

export const POST = staffPost({
  permission: 'research:approve',
  fresh: true,
  fields: z.object({
    id: z.string().default(''),
    decision: z.enum(['approved', 'returned']).default('returned'),
    note: z.string().default('').transform(cleanTyped),
  }),
  page: (_opened, { id }) => pageOf(id),
  async act(ctx, decided) {
    const done = await decidePackage(ctx, decided);
    if (done.ok) return { go: pageOf(decided.id) };
    const field = done.error === 'no_note' || done.error === 'too_long' ? 'note' : '';
    const errors = [{ field, text: `export.error.${done.error}` }];
    return { back: pageOf(decided.id), errors };
  },
});
