import { expect, test } from 'vitest';
import { viewServiceFigures } from '#lib/usecases/visitor/view-service-figures.ts';
import { testDatabase } from '../../support/database.ts';
import { fillPathways } from '../../support/many-pathways.ts';
import { releaseFigures } from '../../support/release-figures.ts';
import { contextOf } from '../staff/people.ts';

const { db, owner, urls } = testDatabase();

test('before the first count there is none', async () => {
  expect(await viewServiceFigures(contextOf(db))).toBeNull();
});

test('of too few people there is none either', async () => {
  await releaseFigures(urls.owner);
  const none = {
    agreed: null,
    finished: null,
    went: null,
    byCode: null,
    unheard: null,
    mostWent: null,
  };
  expect((await viewServiceFigures(contextOf(db)))?.figures).toEqual(none);
});

test('everybody sees numbers that researchers see, rounded and with whom they are out of', async () => {
  await fillPathways(owner, 3_000, new Date().toISOString().slice(0, 10));
  await owner.query('SELECT subject.recount()');
  await releaseFigures(urls.owner);
  const view = await viewServiceFigures(contextOf(db));
  const { rows } = await owner.query<{ numbers: Record<string, number> }>(
    `SELECT printed -> 'numbers' AS numbers FROM ops.figure_release`,
  );
  const numbers = rows[0]?.numbers ?? {};
  const { agreed, finished, went, byCode, unheard, mostWent } = view?.figures ?? {};
  expect(agreed).toBe(numbers['funnel/all/started']);
  expect(finished).toMatchObject({ count: numbers['funnel/all/completed'], outOf: agreed });
  const outOf = numbers['gap/all/closed_30'];
  expect(went).toMatchObject({ count: numbers['gap/all/attended_30'], outOf });
  // Nobody of these people was told of by a clinic: then nothing is said of it.
  expect(byCode?.count).toBe(numbers['gap/all/verified_30']);
  expect(unheard?.count).toBe(numbers['gap/all/unheard_30']);
  // If all went of whom it is not known; the printed numbers stand for others close by.
  const all = ((went?.count ?? 0) + (unheard?.count ?? 0)) / (outOf ?? 1);
  expect(mostWent).toBeGreaterThanOrEqual(all);
  expect(mostWent).toBeLessThan(Math.min(1.001, all + 0.1));
  for (const some of [finished, went]) {
    expect((some?.count ?? 1) % 5).toBe(0);
    expect(some?.rate).toBe((some?.count ?? 0) / (some?.outOf ?? 1));
  }
});

test('the web reads what is printed, and not what the next count is set against', async () => {
  await expect(db.$queryRaw`SELECT kept::text FROM ops.figure_release`).rejects.toThrow(
    'permission denied',
  );
});
