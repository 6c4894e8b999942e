import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Move } from '#lib/usecases/researcher/trials/move-trial.ts';
import type { packageMaker } from '../../support/package-maker.ts';
import { readRows } from '../../support/package-maker.ts';
import { hire, NOW, type TestPerson } from '../staff/people.ts';
import { assignMany, type Group } from './assigned.ts';
import { releaseAt, trialsOf } from './trials.ts';

export const ARMS = ['if-then-plan', 'feedback-only'] as const;

export const people = (arm: string, more: Partial<Group> = {}): Group => ({
  arm,
  people: 40,
  ...more,
});
/** 83 of 203 and 61 of 198 went. */
export const GROUPS: readonly Group[] = [
  people(ARMS[0], { people: 110, went: 45, band: 'moderate' }),
  people(ARMS[0], { people: 93, went: 38, band: 'mild', locale: 'zh-Hans' }),
  people(ARMS[1], { people: 108, went: 36, band: 'moderate' }),
  people(ARMS[1], { people: 90, went: 25, band: 'mild', locale: 'zh-Hans' }),
];

/** Comparisons with people past every guard, and packages of them; call it once, after `packageMaker`. */
export function exportingOn(test: ReturnType<typeof packageMaker>) {
  const trials = trialsOf(test.db);
  // Begun and closed so long before that the days of everybody are over.
  const before = trialsOf(test.db, (NOW - 40 * 86_400_000) as Instant);
  const { get } = trials;
  const move = (person: TestPerson, id: string, to: Move) =>
    (to === 'closed' ? before : trials).move(person, id, to);
  const staff: TestPerson[] = [];
  beforeAll(async () => {
    staff.push(await hire(test.db, ['researcher']), await hire(test.db, ['clinician']));
  });
  const two = () => staff as unknown as readonly [TestPerson, TestPerson];
  const codeOf = async (id: string) => (await get(id)).registration.code;
  const assign = async (id: string, groups: readonly Group[]) =>
    assignMany(test.owner, await codeOf(id), { today: '2026-11-23', groups });
  const begin = async (
    groups: readonly Group[],
    more: Parameters<typeof before.running>[2] = { analysis: 'fixed' },
  ) => {
    const id = await before.running(...two(), { opensOn: '2026-11-23', ...more });
    await assign(id, groups);
    return id;
  };
  const open = async (id: string) => {
    for (const to of ['closed', 'opened'] as const) {
      expect((await move(two()[0], id, to)).ok).toBe(true);
    }
    await releaseAt(test.worker);
  };
  /** The rows of one comparison, and what the package says of it. */
  const taken = async (id: string, change: Parameters<typeof test.make>[0] = {}) => {
    const { folder, contents } = await test.make(change);
    const code = await codeOf(id);
    const all = JSON.parse(readFileSync(join(folder, 'experiments.json'), 'utf8'));
    return {
      folder,
      contents,
      rows: readRows(folder, 'assignments.csv').filter(({ experiment }) => experiment === code),
      registered: all.find((one: { code: string }) => one.code === code),
    };
  };
  return { ...trials, move, two, codeOf, assign, begin, open, taken };
}
