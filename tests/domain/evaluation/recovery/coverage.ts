// How often intervals hold what is true, over many data sets.

/** An interval as it was given: of which figure, around what, and how many people the rarer answer has. */
export interface Given {
  readonly name: string;
  /** What it is meant to hold, where several are counted together; else the figure of its own name. */
  readonly of?: string;
  readonly est: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly fewest: number;
}

/** Coverage that measurement.md E7 asks for, and what it allows where few have the rarer answer. */
const WANTED = { least: 0.935, most: 0.965 };
const ALLOWED_OF_FEW = 0.92;
const FEW = 10;
/** Of data sets. A figure that is hidden in more of them is printed where chance made it large (decision D15). */
const OFTEN = 0.99;
/** Of a 99.9 % Monte-Carlo band (ruling R18). */
const Z = 3.2905;

/** What coverage `runs` data sets may show where the true one is inside the band: it is, plus the error of so many. */
function bandOf(runs: number, fewest: number): { readonly lo: number; readonly hi: number } {
  const error = (p: number) => Z * Math.sqrt((p * (1 - p)) / runs);
  const least = fewest < FEW ? ALLOWED_OF_FEW : WANTED.least;
  return {
    lo: least - error(least),
    hi: fewest < FEW ? 1 : Math.min(1, WANTED.most + error(WANTED.most)),
  };
}

export interface Line {
  readonly name: string;
  readonly truth: number;
  readonly runs: number;
  readonly coverage: number;
  readonly width: number;
  /** Mean estimate less the truth, in mean standard errors of one data set. */
  readonly bias: number;
  readonly fewest: number;
  /** `few`: printed in too few data sets to be judged, which are not like the others. */
  readonly verdict: 'inside' | 'outside' | 'few';
}

interface Sum {
  runs: number;
  held: number;
  width: number;
  fewest: number;
  /** Sums of estimates and of what they are of. */
  est: number;
  truth: number;
}

/** Counts over data sets, one after the other. */
export class Coverage {
  readonly #truth: ReadonlyMap<string, number>;
  readonly #sums = new Map<string, Sum>();
  #dataSets = 0;

  /** `truth`: the same figures of a population so large that their intervals are nothing. */
  constructor(truth: readonly Given[]) {
    const known = truth.flatMap(({ name, est }) => (est === null ? [] : [[name, est] as const]));
    this.#truth = new Map(known);
  }

  add(given: readonly Given[]): void {
    this.#dataSets += 1;
    for (const { name, of = name, est, lo, hi, fewest } of given) {
      const truth = this.#truth.get(of);
      if (truth === undefined || est === null || lo === null || hi === null) continue;
      const sum = this.#sums.get(name) ?? {
        runs: 0,
        held: 0,
        width: 0,
        fewest: 0,
        est: 0,
        truth: 0,
      };
      sum.runs += 1;
      sum.held += lo <= truth && truth <= hi ? 1 : 0;
      sum.width += hi - lo;
      sum.fewest += fewest;
      sum.est += est;
      sum.truth += truth;
      this.#sums.set(name, sum);
    }
  }

  lines(): readonly Line[] {
    return [...this.#sums].map(([name, { runs, held, ...sums }]) => {
      const truth = sums.truth / runs;
      const [width, fewest, coverage] = [sums.width / runs, sums.fewest / runs, held / runs];
      const bias = (sums.est / runs - truth) / (width / 3.92);
      const { lo, hi } = bandOf(Math.min(runs, this.#dataSets), fewest);
      const isInside = coverage >= lo && coverage <= hi;
      const isOften = runs >= OFTEN * this.#dataSets;
      const verdict = isOften ? (isInside ? 'inside' : 'outside') : 'few';
      return { name, truth, runs, coverage, width, bias, fewest, verdict };
    });
  }
}

/** As a table to read. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['figure', 'truth', 'given', 'coverage', 'width', 'bias/se', 'fewest', 'verdict'];
  const rows = lines.map((one) => [
    one.name,
    one.truth.toFixed(4),
    String(one.runs),
    `${(100 * one.coverage).toFixed(1)} %`,
    one.width.toFixed(4),
    one.bias.toFixed(2),
    one.fewest.toFixed(0),
    one.verdict,
  ]);
  return [head, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The figures of a large population that comes in parts of one size. */
export function meanOf(parts: readonly (readonly Given[])[]): readonly Given[] {
  const byName = Map.groupBy(
    parts.flat().filter(({ est }) => est !== null),
    ({ name }) => name,
  );
  return [...byName].map(([name, all]) => {
    const est = all.reduce((sum, one) => sum + (one.est ?? 0), 0) / all.length;
    return { name, est, lo: est, hi: est, fewest: Number.POSITIVE_INFINITY };
  });
}
