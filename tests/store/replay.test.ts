import { expect, test } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { firstCheck } from '#lib/domain/routing/facts.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { plainScore } from '#lib/domain/routing/review/plain-score.ts';
import { replay } from '#lib/domain/routing/review/replay.ts';
import { route } from '#lib/domain/routing/route.ts';
import { listFactCells } from '#lib/store/policy/screenings.ts';
import { testDatabase } from '#tests/support/database.ts';
import { eachScreening, fillScreenings } from '#tests/support/many-screenings.ts';

const { db, owner } = testDatabase();
const PATHWAYS = 4000;
const START = '2026-11-01';
const SINCE = (Date.parse(START) / 86_400_000 - 80) as Day;
const [review, nice] = PRESETS.map(({ policy }) => policy) as [Policy, Policy];

/** Asks for everything that the database counts. */
const asking: Policy = {
  ...nice,
  raises: [
    ...nice.raises,
    {
      id: 'time',
      when: [{ fact: 'days_on_step', tier: 'guidance', atLeast: 13 }],
      tier: 'community',
      alsoOpen: [],
    },
    { id: 'hard', when: [{ fact: 'difficulty', atLeast: 3 }], tier: 'community', alsoOpen: [] },
  ],
};

test('the checks of the last months, placed once more, are those that a naive recount finds', async () => {
  await fillScreenings(owner, PATHWAYS, START);
  const cells = await listFactCells(db, SINCE);
  const counted = replay(cells, review, asking);

  const moves: Record<string, number> = {};
  let all = 0;
  for (const one of eachScreening(PATHWAYS)) {
    const { form, total, item9, difficulty, recheck, change, step } = one;
    const facts = {
      ...firstCheck({ ...plainScore(form, { total, item9, difficulty }), item9 }),
      recheck,
      change: change === null ? {} : { [form]: change },
      step,
    };
    const [from, to] = [review, asking].map((policy) => route(facts, { policy, hash: '' }).tier);
    moves[`${from}>${to}`] = (moves[`${from}>${to}`] ?? 0) + 1;
    all += 1;
  }
  expect(counted.all).toBe(all);
  for (const [move, count] of Object.entries(counted.moves)) {
    expect([move, count]).toEqual([move, moves[move] ?? 0]);
  }
  expect(Object.values(moves).filter((count) => count > 0).length).toBeGreaterThan(4);
  expect(cells.length).toBeLessThan(PATHWAYS);
});

test('checks before the day are not counted', async () => {
  expect(await listFactCells(db, (SINCE + 200) as Day)).toEqual([]);
  const later = await listFactCells(db, (Date.parse(START) / 86_400_000 + 5) as Day);
  expect(later.every(({ facts }) => facts.recheck)).toBe(true);
  expect(later.reduce((sum, { count }) => sum + count, 0)).toBe(PATHWAYS / 4);
});
