import { z } from 'zod';
import { BUCKETS, bucketOf, readWeights, shareOf } from './buckets.ts';
import enFile from './en.weights.json' with { type: 'json' };
import type { RiskSpan } from './find-phrases.ts';
import { gramsOf, type Place, type Stretch } from './grams.ts';
import zhFile from './zh.weights.json' with { type: 'json' };

const weightsSchema = z.object({
  state: z.literal('draft: awaiting clinical review'),
  provenance: z.string().min(1),
  bias: z.number(),
  /** A stretch speaks of risk when its score is above this. */
  threshold: z.number(),
  /** Of each bucket, one sign. */
  weights: z.string().length(BUCKETS),
});

const readFile = (file: unknown) => {
  const { bias, threshold, weights } = weightsSchema.parse(file);
  return { bias, threshold, weights: readWeights(weights) };
};

const MODELS = { en: readFile(enFile), zh: readFile(zhFile) };

/** So many runs are shown to a moderator as the reason. */
const REASONS = 3;

/**
 * The runs of a stretch that weigh most, if it speaks of risk when all that it says is added up, else null. A logistic
 * regression over what is known of it.
 */
export function reasonsOf(stretch: Stretch, phrases: readonly RiskSpan[]): RiskSpan[] | null {
  const { bias, threshold, weights } = MODELS[stretch.language];
  const seen = new Set<number>();
  const known: { readonly weight: number; readonly place: Place }[] = [];
  let sum = 0;
  for (const [gram, place] of gramsOf(stretch, phrases)) {
    const bucket = bucketOf(gram);
    const weight = weights[bucket] ?? 0;
    if (weight === 0 || seen.has(bucket)) continue;
    seen.add(bucket);
    sum += weight;
    known.push({ weight, place });
  }
  if (known.length === 0 || bias + shareOf(known.length) * sum <= threshold) return null;
  return known
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ place }) => (place === null ? [] : [spanOf(stretch, place)]))
    .slice(0, REASONS);
}

function spanOf({ tokens }: Stretch, [from, to]: NonNullable<Place>): RiskSpan {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0, kind: 'implicit' };
}
