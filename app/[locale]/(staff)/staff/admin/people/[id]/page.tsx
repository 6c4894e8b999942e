import { notFound } from 'next/navigation';
import { requireStaff } from '#app/_request/staff/staff.ts';
import { Person } from '#components/staff/admin/person.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default async function Page(props: { params: Promise<{ locale: string; id: string }> }) {
  const { locale, id } = await props.params;
  const path = `/staff/admin/people/${id}`;
  const { frame, ctx, flash } = await requireStaff('staff:manage', locale, path);
  const person = (await listPeople(ctx)).people.find((p) => p.id === id);
  if (!person) notFound();
  return <Person frame={frame} errors={flash?.errors ?? []} person={person} />;
}
