import { z } from 'zod';
import { staffPost } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { endStudy } from '#lib/usecases/researcher/end-study.ts';

export const POST = staffPost({
  permission: 'research:export',
  fresh: true,
  fields: z.object({ id: z.string().default('') }),
  page: (_opened, { id = '' }) => (isUuid(id) ? staffPaths.endStudy(id) : staffPaths.packages),
  async act(ctx, { id }) {
    await endStudy(ctx, id);
    return { go: staffPaths.packages };
  },
});
