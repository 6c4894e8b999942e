import { staffPost } from '#app/_request/staff/staff-post.ts';
import { actFields, afterAct } from '#app/_request/staff/trial-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { pauseTrial } from '#lib/usecases/staff/pause-trial.ts';

export const POST = staffPost({
  permission: 'trials:read',
  fields: actFields(['paused']),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, { act, note }, { params }) {
    const id = String(params['id']);
    return afterAct(id, act, await pauseTrial(ctx, { id, note }));
  },
});
