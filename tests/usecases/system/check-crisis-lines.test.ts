import { expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { listOpenAlerts, markCrisisChecked } from '#lib/store/alerts.ts';
import { checkCrisisLines } from '#lib/usecases/system/check-crisis-lines.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire, NOW } from '../staff/people.ts';

const test = testDatabase();

it('alerts staff to every help line that nobody has checked for 90 days, and hides none', async () => {
  const base = contextOf(test.db);
  const context = { ...base, config: { ...base.config, country: 'HK' } };
  const shown = linesFor('HK').length;
  const due = await checkCrisisLines({ ...context, db: test.worker });
  expect(due).toBe(shown);
  expect(await checkCrisisLines({ ...context, db: test.worker })).toBe(due);
  expect(await listOpenAlerts(test.db, 'crisis_line_due')).toHaveLength(due);

  const { id: by } = await hire(test.db, ['clinician']);
  await markCrisisChecked(test.db, { lineId: 'hk-18111', on: context.today, by, at: NOW });
  expect(await checkCrisisLines({ ...context, db: test.worker })).toBe(due - 1);
  const later = { ...context, db: test.worker, today: (context.today + 90) as Day };
  expect(await checkCrisisLines(later)).toBe(due);
  expect(linesFor('HK')).toHaveLength(shown);
});
