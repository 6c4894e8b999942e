import type { WithSolver } from '../linear-problem.ts';
import { countDays } from '../statistics/day-counts.ts';
import { wilson } from '../statistics/wilson.ts';
import { rangesOfHidden } from '../suppression-audit.ts';
import { armsPart, confidenceSequencePart, multiplicityPart } from './arms-part.ts';
import { misclassificationPart, reliableChangePart, waitingPart } from './change-part.ts';
import {
  aalenJohansenPart,
  grayPart,
  kaplanMeierPart,
  logRankPart,
  smallCurve,
} from './curves-part.ts';
import { funnelPart, gapPart, patternsPart, quadrantsPart } from './funnel-part.ts';
import type { Pathway } from './pathways.ts';
import { leastDetectablePart, sampleSizePart, sequentialPart } from './plan-part.ts';
import { askedOf, type StatisticsSpec, USUAL_HORIZON } from './spec.ts';

/** What computes it. */
interface Means {
  readonly withSolver: WithSolver;
  /** Of the programs, by their names. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Every statistic of a table of pathways, in one shape; null stands for what the data cannot tell. */
export function answerOf(
  pathways: readonly Pathway[],
  spec: StatisticsSpec,
  { withSolver, versions }: Means,
) {
  const { confidence, days } = spec;
  const asked = askedOf(spec);
  const { horizon } = asked;
  return {
    format: 1,
    n_rows: pathways.length,
    confidence,
    days,
    ...(horizon === USUAL_HORIZON ? {} : { horizon }),
    allocation_plan: spec.allocation_plan,
    versions,
    wilson_edge: spec.wilson_edge.map(({ x, n }) => wilson(x, n, confidence)),
    km_small_loglog: spec.km_small_loglog.map(({ time, status }) => ({
      time,
      status,
      steps: smallCurve(countDays(time, status), confidence),
    })),
    suppression_audit: auditPart(spec.suppression_audit, withSolver),
    funnel: funnelPart(pathways, asked),
    gap: gapPart(pathways, asked),
    quadrants: quadrantsPart(pathways, asked),
    kaplan_meier: kaplanMeierPart(pathways, asked),
    logrank: logRankPart(pathways),
    aalen_johansen: aalenJohansenPart(pathways, asked),
    gray: grayPart(pathways),
    arms: armsPart(pathways, spec),
    multiplicity_by_barrier: multiplicityPart(pathways, spec),
    reliable_change: reliableChangePart(pathways, spec),
    patterns: patternsPart(pathways, confidence),
    misclassification: misclassificationPart(pathways, spec),
    waiting: waitingPart(pathways, confidence),
    mde: leastDetectablePart(spec.mde),
    sample_size: sampleSizePart(spec.sample_size),
    sequential: sequentialPart(spec.sequential, spec.allocation_plan),
    asymptotic_cs: confidenceSequencePart(pathways, spec),
  };
}

function auditPart(audit: StatisticsSpec['suppression_audit'], withSolver: WithSolver) {
  const { k, rows, cols, counts } = audit;
  const ranges = (hidden: readonly { readonly row: string; readonly col: string }[]) => {
    const places = hidden.map(({ row, col }) => ({
      row: rows.indexOf(row),
      column: cols.indexOf(col),
    }));
    const found = rangesOfHidden(counts, places, withSolver);
    return hidden.map(({ row, col }, i) => ({ row, col, ...found[i] }));
  };
  return {
    k,
    rows,
    cols,
    counts,
    primary_only: ranges(audit.primary_only),
    with_complementary: ranges(audit.with_complementary),
    note: 'all row, column and grand totals published; bounds a reader can derive for each suppressed cell',
  };
}
