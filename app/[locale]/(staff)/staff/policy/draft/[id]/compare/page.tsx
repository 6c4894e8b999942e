import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { ComparePage } from '#components/staff/policy/review/compare-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { compareDraft } from '#lib/usecases/clinician/review/compare-draft.ts';

export default staffPage({
  permission: 'policy:read',
  path: ({ id = '' }) => staffPaths.compareDraft(id),
  async view({ frame, ctx, flash }, { id = '' }) {
    const view = await compareDraft(ctx, id);
    if (!view) notFound();
    const mayEdit = view.mine && can(ctx.actor.roles, 'policy:draft');
    return <ComparePage frame={frame} view={view} mayEdit={mayEdit} errors={flash?.errors ?? []} />;
  },
});
