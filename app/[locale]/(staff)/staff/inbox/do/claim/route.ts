import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { claimNext } from '#lib/usecases/guide/claim-next.ts';

const { inbox } = staffPaths;

export const POST = staffPost({
  permission: 'inbox:reply',
  fields: z.object({ all: z.string().default('') }),
  page: () => inbox,
  async act(ctx, { all }, opened) {
    const claimed = await claimNext(ctx, { all: all === '1' });
    if (claimed.ok) return { go: staffPaths.thread(claimed.value) };
    const news = claimed.error === 'full' ? 'full' : 'nothing';
    return { go: inbox, cookies: [tellOn(opened, inbox, { news })] };
  },
});
