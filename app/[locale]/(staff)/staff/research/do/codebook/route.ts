import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { downloadCodebook } from '#lib/usecases/researcher/download-codebook.ts';

export const POST = staffPost({
  permission: 'research:export',
  fields: z.object({}),
  page: () => '/staff/research/dictionary',
  async act(ctx) {
    return { file: { name: 'codebook.csv', body: await downloadCodebook(ctx) } };
  },
});
