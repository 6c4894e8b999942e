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
 * Processes (1993), IV.4; R: `survfit(Surv(time, factor(status)) ~ 1)`, `etm`. Aalen's: R. J. Gray, Ann Statist
 * 16:1141 (1988), doi:10.1214/aos/1176350951.
 */
export function aalenJohansen(table: DayTable): readonly IncidenceStep[] {
  let [free, value, ruledOut] = [1, 0, 0];
  let greenwood = NO_SPREAD;
  let aalen = NO_SPREAD;
  return withRisk(table).map(({ day, atRisk, events, other }) => {
    const ended = events + other;
    const scale = free ** 2;
    const share = events / atRisk;
    const stay = (atRisk - ended) / atRisk;
    greenwood = advance(greenwood, share, stay, {
      had: (scale * share * (1 - share)) / atRisk,
      shared: (-scale * share * stay) / atRisk,
      free: (scale * stay * (1 - stay)) / atRisk,
    });
    const own = scale * jumpVariance(events, atRisk);
    const rival = scale * jumpVariance(other, atRisk);
    aalen = advance(aalen, share, stay, { had: own, shared: -own, free: own + rival });
    value += free * share;
    free *= stay;
    ruledOut += other;
    if (ruledOut > 0)
      return { day, value, se: errorOf(greenwood.had), seAalen: errorOf(aalen.had) };
    // Without a rival this is one minus Kaplan and Meier, to the last digit.
    value = 1 - free;
    return { day, value, se: errorOf(greenwood.free), seAalen: errorOf(aalen.free) };
  });
}

/** The curve at a day; after its last step it is only carried forward. */
export function incidenceAt(steps: readonly IncidenceStep[], day: number): IncidencePoint {
  return steps.findLast((step) => step.day <= day) ?? START;
}

/** Variances of the share that had the event and of the share free of both, and how they vary together. */
interface Spread {
  readonly had: number;
  readonly shared: number;
  readonly free: number;
}

const NO_SPREAD: Spread = { had: 0, shared: 0, free: 0 };

const errorOf = (variance: number) => Math.sqrt(Math.max(0, variance));

/** A day moves what was uncertain before it with everyone who is free, and adds its own. */
function advance(before: Spread, share: number, stay: number, day: Spread): Spread {
  return {
    had: before.had + 2 * share * before.shared + share ** 2 * before.free + day.had,
    shared: stay * (before.shared + share * before.free) + day.shared,
    free: stay ** 2 * before.free + day.free,
  };
}

/** Of d/n, for people drawn without putting them back; somebody who is the only one left counts in full. */
export function jumpVariance(events: number, atRisk: number): number {
  const drawn = atRisk === 1 ? 1 : (atRisk - events) / (atRisk - 1);
  return (drawn * events) / atRisk ** 2;
}
