import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { staffPaths } from '#components/layout/paths.ts';
import { Person } from '#components/staff/admin/person.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default staffPage({
  permission: 'staff:manage',
  path: ({ id }) => `${staffPaths.people}/${id}`,
  async view({ frame, ctx, flash }, { id }) {
    const person = (await listPeople(ctx)).people.find((p) => p.id === id);
    if (!person) notFound();
    const ticked = flash?.values['roles']?.split(',') ?? null;
    return <Person frame={frame} errors={flash?.errors ?? []} person={person} ticked={ticked} />;
  },
});
