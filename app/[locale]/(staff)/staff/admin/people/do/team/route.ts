import { z } from 'zod';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import { TEAMS } from '#lib/domain/guidance/team.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { setTeam } from '#lib/usecases/administrator/set-team.ts';

const PEOPLE = staffPaths.people;
const id = z.uuid().transform((text) => text as StaffId);

export const POST = staffPost({
  permission: 'staff:manage',
  fresh: true,
  fields: z.object({ id, team: z.enum(TEAMS).nullable().catch(null) }),
  page: (_opened, values) =>
    id.safeParse(values['id']).success ? `${PEOPLE}/${values['id']}` : PEOPLE,
  async act(ctx, values, opened) {
    if (!(await setTeam(ctx, values))) return { status: 404 };
    const person = (await listPeople(ctx)).people.find((one) => one.id === values.id);
    const told = { told: 'team', name: person?.name ?? '' };
    return { go: PEOPLE, cookies: [tellOn(opened, PEOPLE, told)] };
  },
});
