import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { PolicyOverview } from '#components/staff/policy/overview.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewPolicies } from '#lib/usecases/clinician/view-policies.ts';

export default staffPage({
  permission: 'policy:read',
  path: () => staffPaths.policy,
  view: async ({ frame, ctx, flash }) => (
    <PolicyOverview
      {...(await viewPolicies(ctx))}
      frame={frame}
      timeZone={ctx.config.timeZone}
      me={ctx.actor.id}
      mayDraft={can(ctx.actor.roles, 'policy:draft')}
      failed={(flash?.errors.length ?? 0) > 0}
      errors={flash?.errors ?? []}
    />
  ),
});
