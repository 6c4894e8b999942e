import { requireStaff } from '#app/_request/staff/staff.ts';
import { People } from '#components/staff/admin/people.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const { frame, ctx, flash } = await requireStaff('staff:manage', locale, '/staff/admin/people');
  return <People frame={frame} {...(await listPeople(ctx))} values={flash?.values ?? {}} />;
}
