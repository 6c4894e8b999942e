import { finiteOrNull, type Limits, NO_LIMITS } from './counts.ts';
import { alignDays, type DayTable } from './day-counts.ts';
import { normalTwoSided } from './distributions.ts';
import { findRoot } from './find-root.ts';
import { ratioLimits } from './risk-ratio.ts';

export interface HazardRatio extends Limits {
  readonly hr: number | null;
  readonly p: number | null;
}

/** One of several events of a day: who is at risk in each arm, as far as the event has not taken them yet. */
interface Draw {
  readonly treated: number;
  readonly control: number;
}

/**
 * The ratio of the rates at which two groups have the event, first over second: D. R. Cox, J R Stat Soc B 34:187
 * (1972); ties after B. Efron, JASA 72:557 (1977), doi:10.1080/01621459.1977.10480613, or N. Breslow, Biometrics
 * 30:89 (1974). R: `coxph(S ~ group, ties = …)`, Wald interval and test. Null where the data set no finite ratio.
 */
export function coxTwoGroups(
  treated: DayTable,
  control: DayTable,
  options: { readonly ties: 'efron' | 'breslow'; readonly confidence: number },
): HazardRatio {
  const draws = drawsOf(treated, control, options.ties);
  const events = treated.reduce((sum, row) => sum + row.events, 0);
  const shares = (log: number) =>
    draws.map((draw) => {
      const weighted = draw.treated * Math.exp(log);
      return weighted / (weighted + draw.control);
    });
  const score = (log: number) => events - shares(log).reduce((sum, p) => sum + p, 0);
  const certain = draws.filter((draw) => draw.control === 0).length;
  const possible = draws.filter((draw) => draw.treated > 0).length;
  if (events <= certain || events >= possible) return { hr: null, ...NO_LIMITS, p: null };
  const log = findRoot(score, ...bracket(score));
  const information = shares(log).reduce((sum, p) => sum + p * (1 - p), 0);
  const error = 1 / Math.sqrt(information);
  const hr = Math.exp(log);
  return {
    hr,
    ...ratioLimits(hr, error, options.confidence),
    p: finiteOrNull(normalTwoSided(log / error)),
  };
}

/** The score falls with the logarithm of the ratio. */
function bracket(score: (log: number) => number): [number, number] {
  let reach = 1;
  while (score(-reach) <= 0 || score(reach) >= 0) reach *= 2;
  return [-reach, reach];
}

function drawsOf(treated: DayTable, control: DayTable, ties: 'efron' | 'breslow'): readonly Draw[] {
  return alignDays([treated, control]).flatMap(({ atRisk, events }) => {
    const [n1 = 0, n0 = 0] = atRisk;
    const [d1 = 0, d0 = 0] = events;
    const d = d1 + d0;
    return Array.from({ length: d }, (_none, k) => {
      const gone = ties === 'efron' ? k / d : 0;
      return { treated: n1 - gone * d1, control: n0 - gone * d0 };
    });
  });
}
