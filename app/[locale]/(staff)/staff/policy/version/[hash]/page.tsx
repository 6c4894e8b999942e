import { notFound } from 'next/navigation';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { VersionPage } from '#components/staff/policy/review/version-page.tsx';
import { can } from '#lib/domain/access/permission.ts';
import { viewVersion } from '#lib/usecases/clinician/view-version.ts';

export default async function Page(props: { params: Promise<{ locale: string; hash: string }> }) {
  const { locale, hash } = await props.params;
  const path = `/staff/policy/version/${hash}`;
  const { frame, ctx, flash } = await requireStaff('policy:read', locale, path);
  const view = await viewVersion(ctx, hash);
  if (!view) notFound();
  const { roles } = ctx.actor;
  return (
    <VersionPage
      frame={frame}
      timeZone={ctx.config.timeZone}
      view={view}
      may={{ draft: can(roles, 'policy:draft'), approve: can(roles, 'policy:approve') }}
      errors={flash?.errors ?? []}
      values={flash?.values ?? {}}
    />
  );
}
