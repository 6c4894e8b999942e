import { logGamma } from './distributions.ts';

/** As many people, dealt out as planned, as the belief that stands against the plan weighs. */
const WEIGHT = 100;

/**
 * How strongly the counts of the arms so far speak against the shares that were planned, as an e-value: at every look,
 * also after each person, it reaches 1/alpha with a chance of at most alpha where the plan holds (Ville 1939). Against
 * the plan stand all other shares, weighted by a Dirichlet distribution around it: M. Lindon & A. Malek, Anytime-valid
 * inference for multinomial count data, NeurIPS 2022, arXiv:2011.03567. Of its weights this one finds least late what
 * shows among some hundred to some thousand people.
 */
export function ratioEvidence(counts: readonly number[], planned: readonly number[]): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const each = counts.map((count, i) => {
    const share = planned[i] ?? 0;
    const weight = WEIGHT * share;
    return logGamma(weight + count) - logGamma(weight) - count * Math.log(share);
  });
  const all = logGamma(WEIGHT) - logGamma(WEIGHT + n);
  return Math.exp(each.reduce((sum, one) => sum + one, all));
}
