import { staffPost } from '#app/_request/staff/staff-post.ts';
import { actFields, afterAct } from '#app/_request/staff/trial-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { MOVES, moveTrial } from '#lib/usecases/researcher/trials/move-trial.ts';

export const POST = staffPost({
  permission: 'research:trials',
  fresh: true,
  fields: actFields(MOVES),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, { act: move, note }, { params }) {
    const id = String(params['id']);
    return afterAct(id, move, await moveTrial(ctx, { id, move, note }));
  },
});
