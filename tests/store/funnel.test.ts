import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { countFunnel, sumFunnel } from '#lib/domain/evaluation/funnel.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { appendTransitions, startPathway } from '#lib/store/pathways.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import { countFigures } from '#lib/usecases/system/count-figures.ts';
import { testDatabase } from '#tests/support/database.ts';
import { newPathwayId, TODAY } from '#tests/support/screened.ts';
import { walks } from '#tests/support/walks.ts';

const { db, worker, urls } = testDatabase();
const research = openResearch({ url: urls.research });
afterAll(() => closeResearch(research));

test('the view of the funnel counts stages as the domain does, whatever was recorded', async () => {
  const rows: PathwayRow[] = [];
  for (const transitions of fc.sample(walks, { numRuns: 500, seed: 14 })) {
    const [id, row] = [newPathwayId(), derive(transitions)];
    const [first, more] = [transitions.slice(0, 1), transitions.slice(1)];
    const start = { id, today: TODAY, transitions: first, row: derive(first), key: 'first' };
    expect(await startPathway(db, start)).toBe(true);
    const rest = { pathwayId: id, today: TODAY, transitions: more, row, expectedSeq: 1, key: null };
    if (more.length > 0) expect(await appendTransitions(db, rest)).toBe(true);
    rows.push(row);
  }
  await countFigures({ db: worker });
  const consenting = rows.filter((row) => row.researchConsent);
  const lines = await listFunnelCounts(research);
  expect(lines.reduce((sum, line) => sum + line.people, 0)).toBe(consenting.length);
  expect(sumFunnel(lines)).toEqual(countFunnel(consenting));
  expect(countFunnel(consenting).all.acted).toBeGreaterThan(5);
  expect(countFunnel(consenting).all.confirmed).toBeGreaterThan(5);
});
