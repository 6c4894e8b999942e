import { expect, it } from 'vitest';
import { setWeeklyRoom } from '#lib/usecases/clinician/review/set-weekly-room.ts';
import { viewTry } from '#lib/usecases/clinician/review/view-try.ts';
import { viewPolicies } from '#lib/usecases/clinician/view-policies.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { deskOf } from './desk.ts';
import { visitorWithTotal } from './visitor.ts';

const test = testDatabase();
const { as, clinician, liveHash } = deskOf(test.db);

it('counts the checks of the last 90 days that the live policy placed, by step', async () => {
  const reader = await clinician();
  const read = async () => (await viewPolicies(as(reader, 'policy:read'))).shares;
  expect(await read()).toBeNull();
  const totals = [...Array(30).fill(2), ...Array(20).fill(7), ...Array(12).fill(15)] as number[];
  for (const total of totals) await visitorWithTotal(test.db, total);
  const shares = await read();
  expect(shares?.all).toEqual({ kind: 'shown', value: 60 });
  expect(shares?.cell('guidance')).toEqual({ kind: 'shown', value: 30 });
  expect(shares?.cell('community')).toEqual({ kind: 'shown', value: 20 });
  expect(shares?.cell('face_to_face')).toEqual({ kind: 'shown', value: 10 });

  // Neither what another version placed nor what is older counts.
  await test.owner.query('UPDATE subject.pathway SET start_date = start_date - 92');
  expect(await read()).toBeNull();
});

it('says what is on record of the room of each step', async () => {
  const reader = await clinician();
  const version = (await liveHash()) ?? '';
  const room = async () => (await viewTry(as(reader, 'policy:read'), { version }, {}))?.room;
  const before = await room();
  expect(before?.guides).toBe(0);
  expect(before?.open.has('guidance')).toBe(false);
  expect(before?.conversations).toEqual({ kind: 'suppressed' });
  await hire(test.db, ['guide']);
  await test.owner.query(
    'UPDATE ops.service SET paused = true, document = document || \'{"paused": true}\' WHERE id = (SELECT min(id) FROM ops.service)',
  );
  const after = await room();
  expect(after?.guides).toBe(1);
  expect(after?.open.has('guidance')).toBe(true);
  expect(after?.paused).toBe((before?.paused ?? 0) + 1);
  expect(after?.services).toBe((before?.services ?? 0) - 1);

  // What was said of a step stays until somebody says otherwise, and each change is in the log.
  const say = (people: number | null) =>
    setWeeklyRoom(as(reader, 'policy:draft'), new Map([['guidance', people]]));
  expect(after?.weekly.size).toBe(0);
  for (const people of [4, 4, 12]) await say(people);
  await setWeeklyRoom(as(reader, 'policy:draft'), new Map([['face_to_face', 0]]));
  expect((await room())?.weekly).toEqual(
    new Map([
      ['guidance', 12],
      ['face_to_face', 0],
    ]),
  );
  await say(null);
  expect((await room())?.weekly).toEqual(new Map([['face_to_face', 0]]));
  const { rows } = await test.owner.query(
    "SELECT detail FROM ops.audit_entry WHERE action = 'policy.room_set' ORDER BY seq",
  );
  expect(rows.map(({ detail }) => detail)).toEqual([
    { guidance: 4 },
    { guidance: 12 },
    { face_to_face: 0 },
    { guidance: null },
  ]);
});
