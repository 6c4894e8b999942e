import {
  alphaSpending,
  type Boundary,
  obrienFleming,
  pocock,
  spendEvenly,
  spendLate,
} from '../statistics/group-sequential.ts';
import { leastDetectable, schoenfeldEvents, sizePerArm } from '../statistics/power.ts';
import type { StatisticsSpec } from './spec.ts';

export function leastDetectablePart(plans: StatisticsSpec['mde']) {
  return plans.map(({ n_per_arm, p1, alpha, power }) => {
    const p2 = leastDetectable(n_per_arm, p1, { alpha, power });
    return { n_per_arm, p1, alpha, power, p2, mde: p2 === null ? null : p2 - p1 };
  });
}

const USUAL = { alpha: 0.05, power: 0.8 };

export function sampleSizePart(pairs: StatisticsSpec['sample_size']) {
  return pairs.map(({ p1, p2 }) => ({ p1, p2, n_per_arm: sizePerArm({ p1, p2 }, USUAL) }));
}

export function sequentialPart(spec: StatisticsSpec['sequential'], allocation: number) {
  if (spec === null) return null;
  const { information, one_sided_alpha: alpha } = spec;
  const print = ({ criticalZ, levels }: Boundary) => ({
    critical_z: criticalZ,
    stage_levels: levels,
  });
  return {
    information,
    one_sided_alpha: alpha,
    obrien_fleming: print(obrienFleming(information, alpha)),
    pocock: print(pocock(information, alpha)),
    lan_demets_of: print(alphaSpending(information, alpha, spendLate)),
    lan_demets_pocock: print(alphaSpending(information, alpha, spendEvenly)),
    schoenfeld_events: spec.schoenfeld_events.map(({ hr, alpha: level, power }) => ({
      hr,
      alpha: level,
      power,
      events: schoenfeldEvents(hr, { alpha: level, power }, allocation),
    })),
  };
}
