import { z } from 'zod';
import { packagePage } from '#app/_request/staff/package-page.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { getPackage } from '#lib/usecases/researcher/get-package.ts';

export const POST = staffPost({
  permission: 'research:export',
  fresh: true,
  fields: z.object({ id: z.string().default('') }),
  page: (_opened, { id }) => packagePage(id),
  async act(ctx, { id }) {
    const got = await getPackage(ctx, id);
    if (got.ok) return { file: got.value };
    return { back: packagePage(id), errors: [{ field: '', text: `export.error.${got.error}` }] };
  },
});
