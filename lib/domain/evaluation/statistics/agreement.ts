import { finiteOrNull } from './counts.ts';

/** How many people two sources say yes or no about. */
export interface Agreement {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Agreement beyond chance: J. Cohen, Educ Psychol Meas 20:37 (1960), doi:10.1177/001316446002000104. */
export function kappa({ both, onlyFirst, onlySecond, neither }: Agreement): number | null {
  const n = both + onlyFirst + onlySecond + neither;
  const yes = ((both + onlyFirst) / n) * ((both + onlySecond) / n);
  const no = ((neither + onlySecond) / n) * ((neither + onlyFirst) / n);
  return finiteOrNull(((both + neither) / n - yes - no) / (1 - yes - no));
}

/** Whether one source says yes more often, without correction: Q. McNemar, Psychometrika 12:153 (1947), doi:10.1007/BF02295996. */
export function mcNemar({ onlyFirst, onlySecond }: Agreement): number | null {
  return finiteOrNull((onlyFirst - onlySecond) ** 2 / (onlyFirst + onlySecond));
}
