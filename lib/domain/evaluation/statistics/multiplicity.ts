type PValues = readonly (number | null)[];

/** Missing values stay missing and do not count. R: `p.adjust(p, "bonferroni")`. */
export function bonferroni(values: PValues): PValues {
  const m = values.filter((p) => p !== null).length;
  return values.map((p) => (p === null ? null : Math.min(1, m * p)));
}

/** S. Holm, Scand J Statist 6:65 (1979). R: `p.adjust(p, "holm")`. */
export function holm(values: PValues): PValues {
  return stepwise(values, (a, b) => a - b, {
    factor: (rank, m) => m - rank,
    keep: Math.max,
  });
}

/** Benjamini & Hochberg, J R Stat Soc B 57:289 (1995), doi:10.1111/j.2517-6161.1995.tb02031.x. */
export function benjaminiHochberg(values: PValues): PValues {
  return stepwise(values, (a, b) => b - a, {
    factor: (rank, m) => m / (m - rank),
    keep: Math.min,
  });
}

/** Multiplies in the given order, and lets no later value undo an earlier one. */
function stepwise(
  values: PValues,
  order: (a: number, b: number) => number,
  rule: {
    readonly factor: (rank: number, m: number) => number;
    readonly keep: (a: number, b: number) => number;
  },
): PValues {
  const known = values.flatMap((p, at) => (p === null ? [] : [{ p, at }]));
  known.sort((a, b) => order(a.p, b.p));
  const adjusted: (number | null)[] = values.map(() => null);
  let last: number | null = null;
  for (const [rank, { p, at }] of known.entries()) {
    const value = rule.factor(rank, known.length) * p;
    last = Math.min(1, last === null ? value : rule.keep(last, value));
    adjusted[at] = last;
  }
  return adjusted;
}
