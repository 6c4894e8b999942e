import { z } from 'zod';
import { packagePage } from '#app/_request/staff/package-page.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';

export const POST = staffPost({
  permission: 'research:approve',
  fresh: true,
  fields: z.object({
    id: z.string().default(''),
    decision: z.enum(['approved', 'returned']).default('returned'),
    note: z.string().default('').transform(cleanTyped),
  }),
  page: (_opened, { id }) => packagePage(id),
  async act(ctx, decided) {
    const done = await decidePackage(ctx, decided);
    if (done.ok) return { go: packagePage(decided.id) };
    const field = done.error === 'no_note' || done.error === 'too_long' ? 'note' : '';
    const errors = [{ field, text: `export.error.${done.error}` }];
    return { back: packagePage(decided.id), errors };
  },
});
