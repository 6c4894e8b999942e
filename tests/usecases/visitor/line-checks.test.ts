import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { insertCrisisLines, markCrisisChecked } from '#lib/store/alerts.ts';
import { viewLineChecks } from '#lib/usecases/visitor/next/view-line-checks.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, NOW } from '../staff/people.ts';

const test = testDatabase();

it('a help line shows the date on which staff checked it, and none that is still to come', async () => {
  const context = contextOf(test.db);
  const { id: by } = await hire(test.db, ['clinician']);
  await insertCrisisLines(test.db, ['hk-18111', 'hk-sbhk', 'hk-sps']);
  expect(await viewLineChecks(context)).toEqual(new Map());
  const { today } = context;
  await markCrisisChecked(test.db, { lineId: 'hk-18111', on: today, by, at: NOW });
  const tomorrow = (today + 1) as Day;
  await markCrisisChecked(test.db, { lineId: 'hk-sbhk', on: tomorrow, by, at: NOW });
  expect(await viewLineChecks(context)).toEqual(new Map([['hk-18111', isoDate(today)]]));
});
