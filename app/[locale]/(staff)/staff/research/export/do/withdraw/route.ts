import { z } from 'zod';
import { packagePage } from '#app/_request/staff/package-page.ts';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { withdrawPackage } from '#lib/usecases/researcher/withdraw-package.ts';

export const POST = staffPost({
  permission: 'research:export',
  fields: z.object({ id: z.string().default('') }),
  page: (_opened, { id }) => packagePage(id),
  async act(ctx, { id }) {
    const done = await withdrawPackage(ctx, id);
    if (done.ok) return { go: packagePage(id) };
    return { back: packagePage(id), errors: [{ field: '', text: `export.error.${done.error}` }] };
  },
});
