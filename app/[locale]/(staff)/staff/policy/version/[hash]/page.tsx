import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { VersionPage } from '#components/staff/policy/review/version-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewVersion } from '#lib/usecases/clinician/view-version.ts';

export default staffPage({
  permission: 'policy:read',
  path: ({ hash = '' }) => staffPaths.version(hash),
  async view({ frame, ctx, flash }, { hash = '' }) {
    const view = await viewVersion(ctx, hash);
    if (!view) notFound();
    const { roles } = ctx.actor;
    return (
      <VersionPage
        frame={frame}
        timeZone={ctx.config.timeZone}
        view={view}
        may={{
          draft: can(roles, 'policy:draft'),
          approve: can(roles, 'policy:approve'),
          publish: can(roles, 'policy:publish'),
        }}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
      />
    );
  },
});
