import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/role.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { listDrafts } from '#lib/store/policy/drafts.ts';
import { insertStaffSession, markSessionRevoked } from '#lib/store/staff/sessions.ts';
import { changePerson, type PersonChange } from '#lib/usecases/administrator/change-person.ts';
import { startDraft } from '#lib/usecases/clinician/start-draft.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { endSessions } from '#lib/usecases/staff/account/end-sessions.ts';
import { SignedOut, whileSignedIn } from '#lib/usecases/still-signed-in.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, later, NOW, staffContextOf, type TestPerson } from './people.ts';

const test = testDatabase({ connections: 6 });
const NINE_HOURS_LATER = later(9 * 3_600_000);
const CLINIC = 'example-street-clinic' as ServiceId;

/** One request of a person who has just signed in. */
async function request(person: TestPerson, sessionId: string = randomUUID()) {
  await insertStaffSession(test.db, { staffId: person.id, sessionId }, NOW);
  const ctx = staffContextOf(test.db, person, 'policy:draft');
  const { permission, now } = ctx;
  const asked = { sessionId, permission, service: person.service, now };
  return { sessionId, ctx: { ...ctx, db: whileSignedIn(test.db, asked) } };
}

/** Done by an administrator: by default, disabled. */
const changed = async (id: TestPerson['id'], change: PersonChange = { kind: 'disable' }) => {
  const administrator = await hire(test.db, ['administrator']);
  const done = await changePerson(
    staffContextOf(test.db, administrator, 'staff:manage'),
    id,
    change,
  );
  expect(done.ok).toBe(true);
};

/** A transaction that has begun, and waits before it writes until `meanwhile` is over. */
async function under(ctx: StaffContext, meanwhile: () => Promise<unknown>): Promise<unknown> {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const done = ctx.db
    .$transaction(async (tx) => {
      begun.resolve();
      await goOn.promise;
      await tx.weeklyRoom.deleteMany();
    })
    .catch((error: unknown) => error);
  await begun.promise;
  await meanwhile();
  goOn.resolve();
  return done;
}

it('what was begun before a person was disabled is undone, and leaves no line in the log', async () => {
  const person = await hire(test.db, ['clinician']);
  const { ctx } = await request(person);
  expect(await startDraft(ctx, 'live')).toMatchObject({ ok: true });
  await changed(person.id);
  await expect(startDraft({ ...ctx, key: randomUUID() }, 'live')).rejects.toThrow(SignedOut);
  const own = (await listDrafts(test.db)).filter(({ author }) => author.id === person.id);
  expect(own).toHaveLength(1);
  const lines = await listAudit(test.db, { actor: `staff:${person.id}`, limit: 9 });
  expect(lines.map(({ action }) => action)).toEqual(['policy.drafted']);
});

const LOST: readonly (readonly [
  string,
  (id: TestPerson['id'], sessionId: string) => Promise<void>,
])[] = [
  ['the person was disabled', (id) => changed(id)],
  ['the role was taken away', (id) => changed(id, { kind: 'roles', roles: ['guide'] })],
  ['the session was ended', (_, session) => markSessionRevoked(test.db, session, NOW)],
];

for (const [what, lose] of LOST) {
  it(`a transaction under way is undone where ${what} meanwhile`, async () => {
    const person = await hire(test.db, ['clinician']);
    const { ctx, sessionId } = await request(person);
    expect(await under(ctx, async () => undefined)).toBeUndefined();
    expect(await under(ctx, () => lose(person.id, sessionId))).toBeInstanceOf(SignedOut);
  });
}

it('whoever is at another desk by now records nothing for the old one', async () => {
  const person = await hire(test.db, ['clinician', 'desk'] as Role[], CLINIC);
  const { ctx } = await request(person);
  const service = 'sample-hill-clinic' as ServiceId;
  const roles = ['clinician', 'desk'] as const;
  const move = () => changed(person.id, { kind: 'roles', roles, service });
  expect(await under(ctx, move)).toBeInstanceOf(SignedOut);
});

it('a disabling waits for what was written before it, which then stays', async () => {
  const person = await hire(test.db, ['clinician']);
  const { ctx } = await request(person);
  const written = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const act = ctx.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT ops.append_audit(${`staff:${person.id}`}, 'policy.room_set', NULL, '{}')`;
    written.resolve();
    await goOn.promise;
  });
  await written.promise;
  const disabled = changed(person.id);
  setTimeout(goOn.resolve, 100);
  await act;
  await disabled;
  const lines = await listAudit(test.db, { limit: 2 });
  expect(lines.map(({ action }) => action)).toEqual(['staff.disabled', 'policy.room_set']);
});

it('a session that is ended, or too old, was none to begin with', async () => {
  const person = await hire(test.db, ['clinician']);
  const first = await request(person);
  const second = await request(person);
  await endSessions(first.ctx, first.sessionId, null);
  await expect(startDraft(second.ctx, 'live')).rejects.toThrow(SignedOut);
  const { sessionId } = first;
  const asked = {
    sessionId,
    service: null,
    permission: 'policy:draft',
    now: NINE_HOURS_LATER,
  } as const;
  const db = whileSignedIn(test.db, asked);
  await expect(startDraft({ ...first.ctx, db }, 'live')).rejects.toThrow(SignedOut);
});
