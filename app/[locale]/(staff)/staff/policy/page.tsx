import { requireStaff } from '#app/_request/staff/staff.ts';
import { PolicyOverview } from '#components/staff/policy/overview.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewPolicies } from '#lib/usecases/clinician/view-policies.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const { frame, ctx, flash } = await requireStaff('policy:read', locale, '/staff/policy');
  const { id, roles } = ctx.actor;
  return (
    <PolicyOverview
      {...(await viewPolicies(ctx))}
      frame={frame}
      timeZone={ctx.config.timeZone}
      me={id}
      mayDraft={can(roles, 'policy:draft')}
      failed={(flash?.errors.length ?? 0) > 0}
    />
  );
}
