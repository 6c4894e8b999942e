import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { TryPage } from '#components/staff/policy/try/try-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewTry } from '#lib/usecases/clinician/review/view-try.ts';

export default staffPage({
  permission: 'policy:read',
  path: ({ id = '' }) => staffPaths.tryDraft(id),
  async view({ frame, ctx, flash }, { id = '' }, { searchParams }) {
    const typed = await searchParams;
    const view = await viewTry(ctx, { draft: id }, typed);
    if (!view) notFound();
    return (
      <TryPage
        frame={frame}
        at={staffPaths.draft(id)}
        view={view}
        typed={typed}
        mayDraft={can(ctx.actor.roles, 'policy:draft')}
        errors={flash?.errors ?? []}
        values={flash?.values ?? {}}
      />
    );
  },
});
