import { jumpVariance } from './aalen-johansen.ts';
import { alignDays, type DayTable, type GroupedDay, peopleIn } from './day-counts.ts';
import { sumOf } from './log-rank.ts';
import { type ChiSquare, chiSquare, NO_CHI_SQUARE } from './pearson.ts';
import { addInto, type Matrix, quadraticForm, zeros } from './quadratic-form.ts';

/** A group on one day: its curves just before and just after. */
interface State {
  readonly atRisk: number;
  readonly other: number;
  /** Free of both events, and with the event: before the day and after it. */
  readonly free: number;
  readonly freeAfter: number;
  readonly had: number;
  readonly hadAfter: number;
  /** R_k of the paper over 1 - F: at risk, as if nobody had been censored. */
  readonly weight: number;
}

/**
 * Whether the shares that had the event differ between groups, where another event may rule it out: the K-sample test
 * of R. J. Gray, Ann Statist 16:1141 (1988), doi:10.1214/aos/1176350951, with his weight 1 (rho = 0) and his
 * correction for ties. R: `cmprsk::cuminc(time, status, group)$Tests`.
 */
export function grayTest(groups: readonly DayTable[]): ChiSquare {
  const filled = groups.filter((table) => peopleIn(table) > 0);
  if (filled.length < 2) return NO_CHI_SQUARE;
  const sums = new GraySums(filled.length);
  let states: readonly State[] = filled.map(() => START);
  for (const day of alignDays(filled)) {
    states = states.map((state, g) => advance(state, day, g));
    sums.add(day, states);
  }
  const last = filled.length - 1;
  const variance = sums.variance().slice(0, last);
  const chisq = quadraticForm(
    sums.score.slice(0, last),
    variance.map((row) => row.slice(0, last)),
  );
  return chisq === null ? NO_CHI_SQUARE : chiSquare(chisq, last);
}

const START: State = {
  atRisk: 0,
  other: 0,
  free: 1,
  freeAfter: 1,
  had: 0,
  hadAfter: 0,
  weight: 0,
};

function advance(before: State, day: GroupedDay, g: number): State {
  const atRisk = day.atRisk[g] ?? 0;
  const [events, other] = [day.events[g] ?? 0, day.other[g] ?? 0];
  const [free, had] = [before.freeAfter, before.hadAfter];
  if (atRisk === 0) {
    return { atRisk, other, free, freeAfter: free, had, hadAfter: had, weight: 0 };
  }
  return {
    atRisk,
    other,
    free,
    freeAfter: (free * (atRisk - events - other)) / atRisk,
    had,
    hadAfter: had + (free * events) / atRisk,
    weight: atRisk / free,
  };
}

/**
 * The score of each group, and its variance: for each group k and day, how far an event in k moves each score then
 * (`now`) and, through k's own curve, later (`drift`, which is known only at the end).
 */
class GraySums {
  readonly score: number[];
  /** Sum so far of what the pooled curve's steps do to the score of i through group k. */
  private readonly drift: number[][];
  private readonly fixed: number[][];
  private readonly mixed: number[][];
  private readonly spread: number[];
  private had = 0;

  constructor(size: number) {
    this.score = new Array<number>(size).fill(0);
    this.spread = new Array<number>(size).fill(0);
    this.drift = zeros(size);
    this.fixed = zeros(size);
    this.mixed = zeros(size);
  }

  add({ events }: GroupedDay, states: readonly State[]): void {
    const total = sumOf(states.map(({ weight }) => weight));
    const ruled = sumOf(states.map(({ weight, had }) => weight * (1 - had)));
    const d = sumOf(events);
    if (total === 0) return;
    const weightOf = (k: number) => states[k]?.weight ?? 0;
    const now = (i: number, k: number) => weightOf(i) * ((i === k ? 1 : 0) - weightOf(k) / total);
    if (d > 0) addInto(this.drift, (i, k) => (now(i, k) * d) / (total * (1 - this.had)));
    this.had += d / total;
    for (const [k, state] of states.entries()) {
      if (state.atRisk === 0) continue;
      const due = ruled > 0 ? (d * weightOf(k) * (1 - state.had)) / ruled : 0;
      this.score[k] = (this.score[k] ?? 0) + (events[k] ?? 0) - due;
      const kept = state.freeAfter > 0 ? (1 - this.had) / state.freeAfter : 0;
      this.spreadEvents(k, { state, d, total, now, kept });
      this.spreadOther(k, { state, kept });
    }
  }

  /** Under the hypothesis every group has its part of all events. */
  private spreadEvents(
    k: number,
    at: {
      readonly state: State;
      readonly d: number;
      readonly total: number;
      readonly now: (i: number, k: number) => number;
      readonly kept: number;
    },
  ): void {
    const { atRisk, free, freeAfter } = at.state;
    if (at.d === 0) return;
    const tied = at.d > 1 ? 1 - (at.d - 1) / (at.total * free - 1) : 1;
    const variance = (tied * free * at.d) / (at.total * atRisk);
    const own = freeAfter > 0 ? 1 - at.kept : 1;
    this.addVariance(k, { variance, own, direct: (i) => at.now(i, k) });
  }

  private spreadOther(k: number, { state, kept }: { state: State; kept: number }): void {
    const { other, atRisk, free, freeAfter } = state;
    if (other === 0 || freeAfter <= 0) return;
    const variance = free ** 2 * jumpVariance(other, atRisk);
    this.addVariance(k, { variance, own: -kept, direct: () => 0 });
  }

  /** Variance of (direct + own · (drift in the end - drift so far)). */
  private addVariance(
    k: number,
    jump: {
      readonly variance: number;
      readonly own: number;
      readonly direct: (i: number) => number;
    },
  ): void {
    const { variance, own } = jump;
    const move = (i: number) => jump.direct(i) - own * (this.drift[i]?.[k] ?? 0);
    this.spread[k] = (this.spread[k] ?? 0) + own * own * variance;
    for (const [i, row] of this.mixed.entries()) row[k] = (row[k] ?? 0) + move(i) * own * variance;
    addInto(this.fixed, (i, j) => move(i) * move(j) * variance);
  }

  variance(): Matrix {
    return this.fixed.map((row, i) => row.map((value, j) => value + this.late(i, j)));
  }

  private late(i: number, j: number): number {
    const parts = this.spread.map((spread, k) => {
      const [a, b] = [this.drift[i]?.[k] ?? 0, this.drift[j]?.[k] ?? 0];
      return a * b * spread + a * (this.mixed[j]?.[k] ?? 0) + b * (this.mixed[i]?.[k] ?? 0);
    });
    return sumOf(parts);
  }
}
