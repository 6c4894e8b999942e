import { aalenJohansen, type IncidenceStep, incidenceAt } from '../statistics/aalen-johansen.ts';
import { NO_LIMITS } from '../statistics/counts.ts';
import { curveLimits, SCALES, type Scale } from '../statistics/curve-limits.ts';
import {
  atRiskOn,
  type DayTable,
  eventsIn,
  peopleIn,
  swapEvents,
} from '../statistics/day-counts.ts';
import { grayTest } from '../statistics/gray.ts';
import { kaplanMeier, medianDay, restrictedMean, survivalAt } from '../statistics/kaplan-meier.ts';
import { logRank } from '../statistics/log-rank.ts';
import { daysOf, eachDay, eachGroup, groupsBy, intendersOf, type Pathway } from './pathways.ts';
import type { Asked } from './spec.ts';

const NOBODY = { value: null, se: null };

export function kaplanMeierPart(all: readonly Pathway[], asked: Asked) {
  const { horizon } = asked;
  const intenders = intendersOf(all);
  const curve = (group: readonly Pathway[]) => survivalCurve(daysOf(group), asked);
  const mean = (group: readonly Pathway[]) => {
    const steps = kaplanMeier(daysOf(group));
    return steps.length === 0 ? { rmst: null, se: null } : restrictedMean(steps, horizon);
  };
  return {
    origin: 'intention = 1',
    overall: curve(intenders),
    by_arm: eachGroup('arm', intenders, curve),
    by_tier: eachGroup('tier', intenders, curve),
    [`rmst${horizon}`]: mean(intenders),
    [`rmst_by_arm${horizon}`]: eachGroup('arm', intenders, mean),
  };
}

function survivalCurve(table: DayTable, { days, confidence }: Asked) {
  const steps = kaplanMeier(table);
  const pointAt = (day: number) => (steps.length === 0 ? NOBODY : survivalAt(steps, day));
  const median = medianDay(steps, confidence);
  return {
    n: peopleIn(table),
    events: eventsIn(table),
    last_time: lastDay(table),
    at: eachDay(days, (day) => {
      const { value, se } = pointAt(day);
      return { surv: value, se, n_risk: atRiskOn(table, day) };
    }),
    ci: eachScale({ days, confidence }, steps[0]?.day, pointAt),
    median_loglog: [median.est, median.lo, median.hi],
  };
}

/** The whole curve of a small example, day by day. */
export function smallCurve(table: DayTable, confidence: number) {
  return kaplanMeier(table).map((step) => ({
    t: step.day,
    n_risk: step.atRisk,
    n_event: step.events,
    n_censor: step.left,
    surv: step.value,
    se: step.se,
    ...curveLimits(step, 'log-log', confidence),
  }));
}

export function aalenJohansenPart(all: readonly Pathway[], asked: Asked) {
  const intenders = intendersOf(all);
  const curves = (group: readonly Pathway[]) => incidenceCurves(daysOf(group), asked);
  return {
    overall: curves(intenders),
    by_arm: eachGroup('arm', intenders, curves),
  };
}

function incidenceCurves(table: DayTable, asked: Asked) {
  return {
    n: peopleIn(table),
    last_time: lastDay(table),
    attended: incidenceCurve(aalenJohansen(table), asked),
    stepped_out: incidenceCurve(aalenJohansen(swapEvents(table)), asked),
  };
}

function incidenceCurve(steps: readonly IncidenceStep[], { days, confidence }: Asked) {
  const pointAt = (day: number) =>
    steps.length === 0 ? { ...NOBODY, seAalen: null } : incidenceAt(steps, day);
  return {
    at: eachDay(days, (day) => {
      const { value, se, seAalen } = pointAt(day);
      return { est: value, se, se_aalen: seAalen };
    }),
    ci: eachScale({ days, confidence }, steps[0]?.day, pointAt),
  };
}

/** Before the first day on which anybody left, a curve is where it starts, without doubt: as R. */
function eachScale(
  { days, confidence }: Pick<Asked, 'days' | 'confidence'>,
  firstDay: number | undefined,
  pointAt: (day: number) => { readonly value: number | null; readonly se: number | null },
) {
  const limitsAt = (day: number, scale: Scale) => {
    const { value, se } = pointAt(day);
    if (value === null || firstDay === undefined) return NO_LIMITS;
    if (day < firstDay) return { lo: value, hi: value };
    return curveLimits({ value, se }, scale, confidence);
  };
  return Object.fromEntries(
    SCALES.map((scale) => [scale, eachDay(days, (day) => limitsAt(day, scale))]),
  );
}

const lastDay = (table: DayTable) => table.at(-1)?.day ?? null;

const tablesBy = (column: 'arm' | 'tier', all: readonly Pathway[]) =>
  groupsBy(column, all).map(([, group]) => daysOf(group));

export function logRankPart(all: readonly Pathway[]) {
  const intenders = intendersOf(all);
  const arms = tablesBy('arm', intenders);
  const placed = intenders.filter(({ tier, arm }) => tier !== null && arm !== null);
  const names = groupsBy('arm', placed).map(([name]) => name);
  const strata = groupsBy('tier', placed).map(([, group]) =>
    names.map((name) => daysOf(group.filter(({ arm }) => arm === name))),
  );
  return {
    arm: logRank([arms]),
    arm_stratified_by_tier: logRank(strata),
    arm_peto_rho1: logRank([arms], 1),
    tier: logRank([tablesBy('tier', intenders)]),
  };
}

export function grayPart(all: readonly Pathway[]) {
  const arms = tablesBy('arm', intendersOf(all));
  return { attended: grayTest(arms), stepped_out: grayTest(arms.map(swapEvents)) };
}
