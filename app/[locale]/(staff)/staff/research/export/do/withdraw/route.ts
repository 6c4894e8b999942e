import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { withdrawPackage } from '#lib/usecases/researcher/withdraw-package.ts';

const pageOf = (id = '') => (isUuid(id) ? staffPaths.package(id) : staffPaths.packages);

export const POST = staffPost({
  permission: 'research:export',
  fields: z.object({ id: z.string().default('') }),
  page: (_opened, { id }) => pageOf(id),
  async act(ctx, { id }) {
    const done = await withdrawPackage(ctx, id);
    if (done.ok) return { go: pageOf(id) };
    return { back: pageOf(id), errors: [{ field: '', text: `export.error.${done.error}` }] };
  },
});
