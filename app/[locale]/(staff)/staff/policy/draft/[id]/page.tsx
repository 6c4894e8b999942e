import { notFound } from 'next/navigation';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { DraftPage } from '#components/staff/policy/draft/draft-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewDraft } from '#lib/usecases/clinician/view-draft.ts';

export default async function Page(props: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id } = await props.params;
  const path = `/staff/policy/draft/${id}`;
  const { frame, ctx, flash } = await requireStaff('policy:read', locale, path);
  const view = await viewDraft(ctx, id);
  if (!view) notFound();
  return (
    <DraftPage
      frame={frame}
      timeZone={ctx.config.timeZone}
      view={view}
      mayEdit={view.mine && can(ctx.actor.roles, 'policy:draft')}
      errors={flash?.errors ?? []}
      reason={flash?.values['reason']}
    />
  );
}
