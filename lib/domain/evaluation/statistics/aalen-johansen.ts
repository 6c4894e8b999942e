import { type DayTable, withRisk } from './day-counts.ts';

export interface IncidencePoint {
  readonly value: number;
  /** Greenwood's kind. */
  readonly se: number;
  /** Aalen's kind, a little wider. R: `cmprsk::cuminc`. */
  readonly seAalen: number;
}

export interface IncidenceStep extends IncidencePoint {
  readonly day: number;
}

const START: IncidencePoint = { value: 0, se: 0, seAalen: 0 };

/**
 * The share that had the event by each day, where another event may rule it out: Aalen & Johansen, Scand J Statist
 * 5:141 (1978). Greenwood's kind of variance: Andersen, Borgan, Gill & Keiding, Statistical Models Based on Counting
 * Processes (1993), IV.4. R: `survfit(Surv(time, factor(status)) ~ 1)`, `etm`.
 */
export function aalenJohansen(table: DayTable): readonly IncidenceStep[] {
  const greenwood = new SpreadAroundEnd();
  const aalen = new SpreadAroundEnd();
  let free = 1;
  let value = 0;
  return withRisk(table).map(({ day, atRisk, events, other }) => {
    const before = free;
    const ended = events + other;
    free *= (atRisk - ended) / atRisk;
    value += (before * events) / atRisk;
    if (free > 0 && ended > 0) {
      // (F - F_i)² d / (n (n - d)) - 2 (F - F_i) S d₁ / n²
      greenwood.add({
        from: value,
        square: ended / (atRisk * (atRisk - ended)),
        linear: (-2 * before * events) / atRisk ** 2,
      });
    }
    greenwood.addFixed((before ** 2 * events * (atRisk - events)) / atRisk ** 3);
    addAalen(aalen, { before, free, atRisk, events, other, value });
    return { day, value, se: greenwood.seAt(value), seAalen: aalen.seAt(value) };
  });
}

/** The curve at a day; after its last step it is only carried forward. */
export function incidenceAt(steps: readonly IncidenceStep[], day: number): IncidencePoint {
  return steps.findLast((step) => step.day <= day) ?? START;
}

/**
 * Each jump of the event is worth 1 - (F - F_i)/S_i of itself in the end, and each jump of the other event takes
 * (F - F_i)/S_i away: R. J. Gray, Ann Statist 16:1141 (1988), doi:10.1214/aos/1176350951; O. Aalen (1978).
 */
function addAalen(
  spread: SpreadAroundEnd,
  day: {
    readonly before: number;
    readonly free: number;
    readonly atRisk: number;
    readonly events: number;
    readonly other: number;
    readonly value: number;
  },
): void {
  const own = jumpVariance(day.events, day.atRisk) * day.before ** 2;
  spread.addFixed(own);
  if (day.free <= 0) return;
  const both = own + jumpVariance(day.other, day.atRisk) * day.before ** 2;
  spread.add({ from: day.value, square: both / day.free ** 2, linear: (-2 * own) / day.free });
}

/** Of d/n, for people drawn without putting them back; somebody who is the only one left counts in full. */
export function jumpVariance(events: number, atRisk: number): number {
  const drawn = atRisk === 1 ? 1 : (atRisk - events) / (atRisk - 1);
  return (drawn * events) / atRisk ** 2;
}

/** The sum of a (F - F_i)² + b (F - F_i) + c over days i, for an F that is known later. */
class SpreadAroundEnd {
  private square = 0;
  private linear = 0;
  private fixed = 0;

  add({ from, square, linear }: { from: number; square: number; linear: number }): void {
    this.square += square;
    this.linear += linear - 2 * square * from;
    this.fixed += square * from * from - linear * from;
  }

  addFixed(amount: number): void {
    this.fixed += amount;
  }

  seAt(end: number): number {
    return Math.sqrt(Math.max(0, this.square * end * end + this.linear * end + this.fixed));
  }
}
