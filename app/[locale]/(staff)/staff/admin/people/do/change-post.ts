import { z } from 'zod';
import { deskField } from '#app/_request/staff/fields.ts';
import { staffPost, tellOn } from '#app/_request/staff/staff-post.ts';
import { strandsBack, toldField } from '#app/_request/staff/strands.ts';
import { isRole, type Role } from '#lib/domain/access/role.ts';
import type { ServiceId, StaffId } from '#lib/domain/basics/ids.ts';
import { changePerson, type PersonChange } from '#lib/usecases/administrator/change-person.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';

const PEOPLE = '/staff/admin/people';

const TOLD = { disable: 'disabled', enable: 'enabled', roles: 'roles' } as const;
const REFUSED = {
  self: { field: 'main', text: 'staff.people.error.self' },
  last_administrator: { field: 'main', text: 'staff.people.error.last' },
  service: { field: 'service', text: 'staff.people.error.service' },
} as const;

const id = z.uuid().transform((text) => text as StaffId);
const roles = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(','))].filter(isRole));

/** The post of one kind of change to one person. */
export function changePost(kind: PersonChange['kind']) {
  return staffPost({
    permission: 'staff:manage',
    fresh: true,
    fields: z.object({ id, roles, service: deskField, told: toldField }),
    page: (_opened, values) =>
      id.safeParse(values['id']).success ? `${PEOPLE}/${values['id']}` : PEOPLE,
    async act(ctx, values, opened) {
      const back = `${PEOPLE}/${values.id}`;
      if (kind === 'roles' && values.roles.length === 0) {
        return { back, errors: [{ field: 'roles', text: 'staff.people.error.roles' }] };
      }
      const result = await changePerson(ctx, values.id, changeOf(kind, values), values.told);
      if (!result.ok) {
        const { error } = result;
        if (error === 'unknown') return { status: 404 };
        if (typeof error !== 'string') return strandsBack(back, error, kind);
        return { back, errors: [REFUSED[error]] };
      }
      const person = (await listPeople(ctx)).people.find((p) => p.id === values.id);
      const told = { told: TOLD[kind], name: person?.name ?? '' };
      return { go: PEOPLE, cookies: [tellOn(opened, PEOPLE, told)] };
    },
  });
}

function changeOf(
  kind: PersonChange['kind'],
  chosen: { readonly roles: readonly Role[]; readonly service: ServiceId | null },
): PersonChange {
  const { roles: wanted, service } = chosen;
  return kind === 'roles' ? { kind, roles: wanted, service } : { kind };
}
