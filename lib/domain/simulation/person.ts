import type { Locale } from '#lib/domain/basics/locale.ts';
import { Draws } from './draws.ts';
import { drawObstacles, type Obstacles } from './obstacles.ts';
import type { Scenario } from './scenarios.ts';

/** One pathway in fifty is of somebody who has begun another before (measurement.md E5). */
const AGAIN = 0.02;
/** How many pathways earlier at most. */
const AGAIN_WITHIN = 500;

/** Standard deviation of what makes one person quicker than another, on the log hazard (measurement.md E5). */
const FRAILTY_SD = 0.5;

/** An assumption. */
const LOCALES: readonly (readonly [Locale, number])[] = [
  ['en', 0.5],
  ['zh-hans', 0.25],
  ['zh-hant', 0.25],
];

/** What somebody brings along: the same in each of their pathways. */
export interface Person {
  /** Index of their first pathway. */
  readonly index: number;
  readonly locale: Locale;
  /** Severity in standard deviations of the population they come from. */
  readonly z: number;
  /** Latent severity on the scale of the items. */
  readonly theta: number;
  readonly obstacles: Obstacles;
  /** On the log hazard of seeking care. */
  readonly frailty: number;
}

/** Whose pathway it is: nearly always somebody new. */
export function personIndex(seed: number, index: number): number {
  const draws = new Draws(seed, index, 'who');
  if (index === 0 || !draws.happens(AGAIN)) return index;
  const back = 1 + Math.floor(draws.uniform() * Math.min(index, AGAIN_WITHIN));
  return personIndex(seed, index - back);
}

export function personAt({ severity }: Scenario, seed: number, pathway: number): Person {
  const index = personIndex(seed, pathway);
  const draws = new Draws(seed, index, 'person');
  const locale = draws.choose(LOCALES);
  const z = draws.normal();
  const obstacles = drawObstacles(new Draws(seed, index, 'obstacles'), z);
  return {
    index,
    locale,
    z,
    theta: severity.mean + severity.sd * z,
    obstacles,
    frailty: FRAILTY_SD * draws.normal(),
  };
}
