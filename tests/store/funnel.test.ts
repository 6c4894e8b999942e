import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { countFunnel, sumFunnel } from '#lib/domain/evaluation/funnel.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { SEVERE_FROM } from '#lib/domain/routing/floor.ts';
import { startPathway } from '#lib/store/pathways.ts';
import { closeResearch, openResearch } from '#lib/store/research/connection.ts';
import { listFunnelCounts } from '#lib/store/research/funnel.ts';
import { testDatabase } from '#tests/support/database.ts';
import { newPathwayId, TODAY } from '#tests/support/screened.ts';
import { histories } from '../domain/pathway/histories.ts';

const { db, urls } = testDatabase();
const research = openResearch({ url: urls.research });
afterAll(() => closeResearch(research));

test('the view of the funnel counts stages as the domain does, whatever was recorded', async () => {
  const rows = fc.sample(histories.map(derive), { numRuns: 500, seed: 14 }).map((row) => {
    // The database takes no other offer from somebody under the floor.
    const floor = row.item9 !== 0 || (row.total ?? 0) >= SEVERE_FROM;
    return floor && row.crisisFloor !== null
      ? { ...row, tierOffered: 'face_to_face' as const }
      : row;
  });
  for (const row of rows) {
    const start = { id: newPathwayId(), today: TODAY, transitions: [], row, key: 'none' };
    expect(await startPathway(db, start)).toBe(true);
  }
  const consenting = rows.filter((row) => row.researchConsent);
  const lines = await listFunnelCounts(research);
  expect(lines.reduce((sum, line) => sum + line.people, 0)).toBe(consenting.length);
  expect(sumFunnel(lines)).toEqual(countFunnel(consenting));
  expect(countFunnel(consenting).all.acted).toBeGreaterThan(5);
});
