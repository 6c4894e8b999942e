import { describe, expect, it } from 'vitest';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findStaff, findStaffByEmail } from '#lib/store/staff/staff.ts';
import { changePerson } from '#lib/usecases/administrator/change-person.ts';
import { invitePerson } from '#lib/usecases/administrator/invite-person.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { acceptInvitation } from '#lib/usecases/staff/accept-invitation.ts';
import { testDatabase } from '../../support/database.ts';
import { filled } from '../staff/invite.ts';
import { contextOf, hire, staffContextOf } from '../staff/people.ts';
import { CLINIC } from './codes.ts';

const test = testDatabase();
const manage = async () =>
  staffContextOf(test.db, await hire(test.db, ['administrator']), 'staff:manage');
const someone = (email: string) => ({ email, name: 'Dee', languages: ['en'] }) as const;

describe('the role of a desk', () => {
  it('is given together with one service of the directory, and with no other word', async () => {
    const ctx = await manage();
    const desk = { ...someone('dee@example.org'), roles: ['desk'] } as const;
    expect(await invitePerson(ctx, desk)).toEqual({ ok: false, error: 'service' });
    const nowhere = { ...desk, service: 'no-such-place' as ServiceId };
    expect(await invitePerson(ctx, nowhere)).toEqual({ ok: false, error: 'service' });
    const path = await invitePerson(ctx, { ...desk, service: CLINIC });
    if (!path.ok) throw new Error(path.error);
    const token = path.value.split('/').at(-1) ?? '';
    const fields = await filled(test.db, token, { email: desk.email });
    expect((await acceptInvitation(contextOf(test.db), fields)).ok).toBe(true);
    const staff = await findStaffByEmail(test.db, desk.email);
    expect(staff).toMatchObject({ roles: ['desk'], service: CLINIC });
    const people = await listPeople(ctx);
    expect(people.people.find(({ email }) => email === desk.email)?.service).toBe(CLINIC);
    expect(people.desks.map(({ id }) => id)).toContain(CLINIC);
  });

  it('is forgotten with the role, and another role brings no service along', async () => {
    const ctx = await manage();
    const guide = await hire(test.db, ['guide']);
    const become = (roles: readonly ('guide' | 'desk')[], service: ServiceId | null) =>
      changePerson(ctx, guide.id, { kind: 'roles', roles, service });
    expect(await become(['desk'], null)).toEqual({ ok: false, error: 'service' });
    expect((await become(['guide', 'desk'], CLINIC)).ok).toBe(true);
    expect((await findStaff(test.db, guide.id))?.service).toBe(CLINIC);
    const [entry] = await listAudit(test.db, { limit: 1 });
    expect(entry).toMatchObject({
      action: 'staff.roles_changed',
      detail: { roles: 'guide,desk', service: CLINIC },
    });
    const other = 'sample-hill-clinic' as ServiceId;
    expect((await become(['guide', 'desk'], other)).ok).toBe(true);
    expect((await findStaff(test.db, guide.id))?.service).toBe(other);
    expect((await become(['guide'], CLINIC)).ok).toBe(true);
    expect(await findStaff(test.db, guide.id)).toMatchObject({ roles: ['guide'], service: null });
  });

  it('cannot stand in the database without its service, nor a service without the role', async () => {
    const { id } = await hire(test.db, ['guide']);
    for (const change of [`roles = '{desk}'`, `service_id = 'example-street-clinic'`]) {
      const sql = `UPDATE ops.staff SET ${change} WHERE id = $1`;
      await expect(test.owner.query(sql, [id])).rejects.toThrow('staff_desk');
    }
  });
});
