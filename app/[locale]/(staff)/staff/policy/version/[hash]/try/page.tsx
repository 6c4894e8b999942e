import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TryPage } from '#components/staff/policy/try/try-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewTry } from '#lib/usecases/clinician/review/view-try.ts';

export default staffPage({
  permission: 'policy:read',
  path: ({ hash = '' }) => staffPaths.tryVersion(hash),
  async view({ frame, ctx, flash }, { hash = '' }, { searchParams }) {
    const typed = await searchParams;
    const view = await viewTry(ctx, { version: hash }, typed);
    if (!view) notFound();
    return (
      <TryPage
        frame={frame}
        at={staffPaths.version(hash)}
        view={view}
        typed={typed}
        mayDraft={can(ctx.actor.roles, 'policy:draft')}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
      />
    );
  },
});
