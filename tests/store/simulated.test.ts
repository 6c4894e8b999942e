import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateOfDay } from '#lib/domain/basics/day.ts';
import { SCENARIO_NAMES } from '#lib/domain/simulation/scenarios.ts';
import type { Simulated } from '#lib/domain/simulation/simulate.ts';
import { isSimulated } from '#lib/store/made-up.ts';
import { findDates, listTransitions, readPathway } from '#lib/store/pathways.ts';
import { copySimulated, isInUse, MOST_AT_ONCE } from '#lib/store/simulated.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { testDatabase } from '#tests/support/database.ts';
import { simulateMany } from '#tests/support/simulated.ts';
import { hire } from '../usecases/staff/people.ts';

const { db, worker, owner, urls } = testDatabase();
const client = new pg.Client({ connectionString: urls.owner });
beforeAll(() => client.connect());
afterAll(() => client.end());

const ALL = SCENARIO_NAMES.flatMap((scenario) => simulateMany(scenario, 60));
const KEPT = ALL.filter(({ transitions }) => transitions.length > 0);
const count = async (table: string) =>
  Number((await owner.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);

test('made-up people never join people who may be real, and then leave no mark', async () => {
  const come = `INSERT INTO subject.pathway (start_date, last_used) VALUES (now(), now())`;
  await owner.query(come);
  await expect(isInUse(client)).rejects.toThrow(/people who may be real/);
  await expect(copySimulated(client, ALL.slice(0, 5))).rejects.toThrow(/people who may be real/);
  expect(await isSimulated(db)).toBe(false);
  expect(await count('subject.pathway')).toBe(1);
  await owner.query('DELETE FROM subject.pathway');
});

test('the mark is in with the first of them or not at all', async () => {
  const low = simulateMany('web', 40, 1_000).map(lowered);
  await expect(copySimulated(client, low)).rejects.toThrow(/crisis.floor/);
  expect(await isSimulated(db)).toBe(false);
});

test('a database with an account is in use', async () => {
  expect(await isInUse(client)).toBe(false);
  await hire(db, ['guide']);
  expect(await isInUse(client)).toBe(true);
});

test('what is stored is what was simulated, under every rule of the database', async () => {
  await copySimulated(client, ALL);
  expect([await isSimulated(db), await isSimulated(worker)]).toEqual([true, true]);
  expect(await isInUse(client)).toBe(true);
  expect(await count('subject.pathway')).toBe(KEPT.length);
  expect(await count('subject.pathway_row')).toBe(KEPT.length);
  for (const { id, start, transitions, row } of KEPT) {
    expect((await readPathway(db, id, null))?.row).toEqual(row);
    expect(await listTransitions(db, id)).toEqual(transitions);
    const own = transitions.filter(({ origin }) => origin === 'user').map(({ day }) => day);
    const lastUsed = dateOfDay(start, Math.max(...own));
    expect(await findDates(db, id)).toEqual({ startDate: start, lastUsed });
  }
  const given = KEPT.flatMap(({ transitions }) =>
    transitions.filter(({ step }) => step === 'consent.set'),
  );
  expect(await count('subject.consent')).toBe(2 * given.length);
  const research = KEPT.filter(({ row }) => row.researchConsent).length;
  const { rows } = await owner.query(
    `SELECT count(*)::int AS n FROM subject.consent WHERE scope = 'research' AND granted`,
  );
  expect(rows[0].n).toBe(research);
  expect(research).toBeGreaterThan(KEPT.length / 6);
});

test('the funnel of the database counts what was simulated', async () => {
  await countFigures({ db: worker });
  const { rows } = await owner.query('SELECT sum(viewed)::int AS viewed FROM pub.funnel_research');
  const seen = KEPT.filter(({ row }) => row.researchConsent && row.viewedDay !== null);
  expect(rows[0].viewed).toBe(seen.length);
});

test('a batch under the floor is refused, and none of it is kept', async () => {
  const fresh = simulateMany('web', 40, 1_000);
  const before = await count('subject.transition');
  const low = fresh.map((one) => lowered(one));
  expect(low.some((one, at) => one !== fresh[at])).toBe(true);
  await expect(copySimulated(client, low)).rejects.toThrow(/crisis.floor/);
  expect(await count('subject.transition')).toBe(before);
  await copySimulated(client, fresh);
});

test('a batch has its limit, since the database holds a lock for each pathway', async () => {
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, () => KEPT[0] as Simulated);
  await expect(copySimulated(client, many)).rejects.toThrow(/At most/);
});

test('the same pathway is not written twice', async () => {
  await expect(copySimulated(client, KEPT.slice(0, 1))).rejects.toThrow(/pathway_pkey/);
});

/** With a lower step than the floor allows, where there is a floor. */
function lowered(one: Simulated): Simulated {
  const transitions = one.transitions.map((step) =>
    step.step === 'tier.offered' && step.payload.crisisFloor
      ? { ...step, payload: { ...step.payload, tier: 'guidance' as const } }
      : step,
  );
  return transitions.some((step, at) => step !== one.transitions[at])
    ? { ...one, transitions }
    : one;
}
