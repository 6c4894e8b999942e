import { notFound } from 'next/navigation';
import { staffPage } from '#app/_request/staff/staff-page.tsx';
import { strandsIn } from '#app/_request/staff/strands.ts';
import { staffPaths } from '#components/layout/paths.ts';
import { Person } from '#components/staff/admin/person.tsx';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

export default staffPage({
  permission: 'staff:manage',
  path: ({ id }) => `${staffPaths.people}/${id}`,
  async view({ frame, ctx, flash }, { id }) {
    const { people, desks } = await listPeople(ctx);
    const person = people.find((p) => p.id === id);
    if (!person) notFound();
    const ticked = flash?.values['roles']?.split(',') ?? null;
    const errors = flash?.errors ?? [];
    const desk = flash?.values['service'] ?? null;
    const told = strandsIn(frame, ctx.config.timeZone, flash?.values ?? {});
    const strands = told && { ...told, by: flash?.values['strandsBy'] ?? '' };
    return <Person {...{ frame, errors, person, ticked, desks, desk, strands }} />;
  },
});
