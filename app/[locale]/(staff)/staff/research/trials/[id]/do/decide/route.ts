import { staffPost } from '#app/_request/staff/staff-post.ts';
import { actFields, afterAct } from '#app/_request/staff/trial-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { DECISIONS_ON_TRIALS, decideTrial } from '#lib/usecases/clinician/trials/decide-trial.ts';

export const POST = staffPost({
  permission: 'trials:approve',
  fresh: true,
  fields: actFields(DECISIONS_ON_TRIALS),
  page: ({ params }) => staffPaths.trial(String(params['id'])),
  async act(ctx, { act: decision, note }, { params }) {
    const id = String(params['id']);
    return afterAct(id, decision, await decideTrial(ctx, { id, decision, note }));
  },
});
