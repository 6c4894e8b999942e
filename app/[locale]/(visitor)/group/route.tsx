import { z } from 'zod';
import { openPage } from '#app/_request/page.ts';
import { closedPage } from '#app/_request/show/closed-page.tsx';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { GroupClosed } from '#components/group/group-closed.tsx';
import { GroupPage } from '#components/group/group-page.tsx';
import { paths } from '#components/layout/paths.ts';
import { answerWay } from '#lib/usecases/visitor/group/answer-way.ts';
import { joinGroup } from '#lib/usecases/visitor/group/join-group.ts';
import { viewGroup } from '#lib/usecases/visitor/group/view-group.ts';

export const dynamic = 'force-dynamic';

/** Where the question about the way leads. */
const WAYS = {
  plan: paths.plan,
  service: paths.services,
  checkin: paths.checkIn,
  away: paths.group,
};

export const { GET, POST } = openPage({
  kind: 'journey',
  async view(asked) {
    const { frame, context, session, opened } = asked;
    const closed = await closedPage(asked, 'group');
    if (closed) return closed;
    const view = await viewGroup(context, session);
    const lines = helpLines(frame.country);
    if (!view.door.reads) {
      const known = session !== null;
      return { page: <GroupClosed frame={frame} known={known} {...lines} /> };
    }
    const left = opened.url.searchParams.has('left');
    return { page: <GroupPage frame={frame} {...view} left={left} {...lines} /> };
  },
  fields: z.object({ act: z.enum(['join', 'leave', 'plan', 'service', 'checkin', 'away']) }),
  async act(ctx, { act }) {
    // Pages that anybody may open have no session of their own to promise.
    if (!ctx.session) return { go: paths.return };
    if (act !== 'join' && act !== 'leave') {
      await answerWay(ctx);
      return { go: WAYS[act] };
    }
    const joined = await joinGroup(ctx, act === 'join');
    if (joined === 'gone') return { go: '/check/ended', session: null };
    if (joined === 'refused') return { go: paths.next };
    return { go: act === 'leave' ? `${paths.group}?left` : paths.group };
  },
});
