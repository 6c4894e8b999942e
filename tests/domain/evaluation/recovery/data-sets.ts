import type { Day } from '#lib/domain/basics/ids.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { FOLLOWED_DAYS, type Simulated, simulatePathway } from '#lib/domain/simulation/simulate.ts';
import { WORLD } from '#tests/support/simulated.ts';

/** Pathways of one data set (measurement.md E7). */
const SIZE = 2000;

/** Data sets have the seeds from 1 on; what is true is told by people of a seed far from them. */
const TRUTH_SEED = 20_261_126;

const PART = 30_000;

export const TODAY: Day = WORLD.today;

interface Which {
  readonly scenario: ScenarioName;
  /** Starts are spread over so many days. */
  readonly days?: number;
}

/** One data set: whoever has had everything deleted is in none. */
export function dataSet(
  { scenario, days = WORLD.days }: Which,
  seed: number,
): readonly Simulated[] {
  const world = { ...WORLD, days };
  return Array.from({ length: SIZE }, (_, index) =>
    simulatePathway(world, { scenario, seed, index }),
  ).filter(({ transitions }) => transitions.length > 0);
}

/** People by whom what is true is told, some thousand at a time. */
export function* peopleOfTruth(scenario: ScenarioName, pathways: number) {
  for (let from = 0; from < pathways; from += PART) {
    yield Array.from({ length: PART }, (_, at) =>
      simulatePathway(WORLD, { scenario, seed: TRUTH_SEED, index: from + at }),
    ).filter(({ transitions }) => transitions.length > 0);
  }
}

/** Began so long ago that all of it is on record that is simulated at all: nothing of them is cut off. */
export const isWhole = ({ start }: Pick<Simulated, 'start'>): boolean =>
  start <= TODAY - FOLLOWED_DAYS;
