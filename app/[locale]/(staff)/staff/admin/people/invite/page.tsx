import { requireStaff } from '#app/_request/staff/staff.ts';
import { Invite } from '#components/staff/admin/invite.tsx';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const path = '/staff/admin/people/invite';
  const { frame, flash } = await requireStaff('staff:manage', locale, path);
  return <Invite frame={frame} errors={flash?.errors ?? []} values={flash?.values ?? {}} />;
}
