import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Registration } from '#lib/domain/evaluation/trials/registration.ts';
import { viewTrial, writeTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, NOW, type TestPerson } from '../staff/people.ts';
import { assignMany } from './assigned.ts';
import { releaseAt, trialsOf } from './trials.ts';

const test = testDatabase();
const { get, running, move, decide } = trialsOf(test.db);
const DAY = 86_400_000;
const on = (date: string) => Date.parse(`${date}T09:00:00Z`) as Instant;
const PLAN = 'if-then-plan';

let researcher: TestPerson;
let clinician: TestPerson;
beforeAll(async () => {
  researcher = await hire(test.db, ['researcher']);
  clinician = await hire(test.db, ['clinician']);
});

/** With these people in each arm, of whom so many came to harm in the first. */
async function begun(people: number, harmed: number, change: Partial<Registration> = {}) {
  const id = await running(researcher, clinician, { opensOn: '2026-12-23', ...change });
  const { code } = (await get(id)).registration;
  const more = (n: number, hurt: number) =>
    assignMany(test.owner, code, {
      today: '2026-11-23',
      groups: [
        { arm: PLAN, people: n, harmed: hurt, went: Math.floor(n / 2) },
        { arm: 'feedback-only', people: n, went: Math.floor(n / 3) },
      ],
    });
  await more(people, harmed);
  return { id, more };
}

/** All that stands on the page in numbers, and in the file. */
async function readOn(id: string, now: Instant) {
  const figures = (await viewTrial(trialsOf(test.db, now).as(clinician, 'trials:read'), id))
    ?.figures;
  const { table, stages = [], counted, effect } = figures ?? {};
  const arms = ['all', PLAN, 'feedback-only'] as const;
  const cells = table && arms.map((arm) => stages.map((stage) => table.cell(arm, stage)));
  const file = await writeTrial(trialsOf(test.db, now).as(clinician, 'trials:read'), id);
  return { cells, stages, counted, effect, csv: file !== 'closed' && file?.csv };
}

const harmedIn = async (id: string, now: Instant) => {
  const view = await viewTrial(trialsOf(test.db, now).as(clinician, 'trials:read'), id);
  return view?.figures?.table?.cell('all', 'harmed');
};

describe('a comparison under way', () => {
  it('follows no day: what comes moves nothing before a period is over, and then by 15 or not at all', async () => {
    const { id, more } = await begun(60, 12);
    expect((await readOn(id, NOW)).cells).toBeNull();
    expect(await releaseAt(test.worker, on('2026-11-29'))).toBe(0);
    await releaseAt(test.worker, on('2026-12-01'));
    const first = await readOn(id, on('2026-12-01'));
    expect(first.stages).toEqual(['harmed', 'shown']);
    expect(await harmedIn(id, on('2026-12-01'))).toEqual({ kind: 'shown', value: 10 });
    for (let day = 1; day <= 30; day += 1) {
      const now = (on('2026-12-01') + day * DAY) as Instant;
      await more(1, 1);
      expect(await releaseAt(test.worker, now)).toBe(0);
      expect(await readOn(id, now)).toEqual(first);
    }
    await releaseAt(test.worker, on('2027-01-01'));
    // 42 by now, of whom a daily reader has seen no step.
    expect(await harmedIn(id, on('2027-01-01'))).toEqual({ kind: 'shown', value: 40 });
    await more(2, 2);
    await releaseAt(test.worker, on('2027-02-01'));
    expect(await harmedIn(id, on('2027-02-01'))).toEqual({
      ...{ kind: 'shown', value: 40 },
      stands: true,
    });
    await move(researcher, id, 'closed');
  });

  it('is looked at early once: what two people open is counted then, and follows no day either', async () => {
    const { id, more } = await begun(60, 2);
    await move(researcher, id, 'look_asked');
    await decide(clinician, id, 'look_signed');
    const before = await readOn(id, NOW);
    expect([before.cells, before.csv]).toEqual([null, false]);
    expect(await releaseAt(test.worker)).toBe(1);
    const looked = await readOn(id, NOW);
    expect(looked.stages).toContain('attended');
    expect(looked.csv).toContain('attended');
    await more(20, 0);
    const next = (NOW + DAY) as Instant;
    expect(await releaseAt(test.worker, next)).toBe(0);
    expect(await readOn(id, next)).toEqual(looked);
    await move(researcher, id, 'closed');
  });

  it('prints nothing of fewer than 50 people, whenever it is counted', async () => {
    const { id } = await begun(24, 12);
    await releaseAt(test.worker, on('2026-12-01'));
    const { cells } = await readOn(id, on('2026-12-01'));
    expect(cells?.flat().every(({ kind }) => kind === 'suppressed')).toBe(true);
    await move(researcher, id, 'closed');
  });
});

it('its releases are changed by nobody, and web reads what is printed of them alone', async () => {
  for (const sql of [
    "UPDATE ops.trial_release SET printed = '{}'",
    'DELETE FROM ops.trial_release',
    'TRUNCATE ops.trial_release',
  ]) {
    await expect(test.owner.query(sql)).rejects.toThrow('append-only');
  }
  const kept = test.db.$queryRawUnsafe('SELECT kept FROM ops.trial_release');
  await expect(kept).rejects.toThrow('permission denied');
});
