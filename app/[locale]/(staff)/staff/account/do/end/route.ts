import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { endSessions } from '#lib/usecases/staff/account/end-sessions.ts';

export const POST = staffPost({
  permission: null,
  // Without one: all others.
  fields: z.object({ id: z.uuid().optional() }),
  page: () => staffPaths.account,
  async act(ctx, { id }, opened, { sessionId }) {
    await endSessions(ctx, sessionId, id ?? null);
    const { account } = staffPaths;
    return { go: account, cookies: [tellOn(opened, account, { told: 'ended' })] };
  },
});
