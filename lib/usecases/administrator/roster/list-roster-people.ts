import type { StaffId } from '#lib/domain/basics/ids.ts';
import { ROSTER_ROLES, type RosterRole } from '#lib/domain/roster/shift.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface RosterPerson {
  readonly role: RosterRole;
  readonly staffId: StaffId;
  readonly name: string;
}

/** Who can be put on the roster, each with each of their roles. */
export async function listRosterPeople({
  db,
}: StaffContext<'roster:edit'>): Promise<readonly RosterPerson[]> {
  const active = (await listStaff(db)).filter(({ disabled }) => !disabled);
  return ROSTER_ROLES.flatMap((role) =>
    active
      .filter(({ roles }) => roles.includes(role))
      .map(({ id, name }) => ({ role, staffId: id, name })),
  );
}
