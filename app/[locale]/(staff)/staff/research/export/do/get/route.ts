import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';

const pageOf = (id = '') => (isUuid(id) ? staffPaths.package(id) : staffPaths.packages);

export const POST = staffPost({
  permission: 'research:export',
  fresh: true,
  fields: z.object({ id: z.string().default('') }),
  page: (_opened, { id }) => pageOf(id),
  async act(ctx, { id }) {
    const got = await getPackage(ctx, id);
    if (got.ok) return { file: got.value };
    return { back: pageOf(id), errors: [{ field: '', text: `export.error.${got.error}` }] };
  },
});
