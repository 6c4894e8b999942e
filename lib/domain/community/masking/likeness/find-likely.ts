import { z } from 'zod';
import {
  BUCKETS,
  bucketOf,
  readWeights,
  shareOf,
} from '#lib/domain/safety/risk-phrases/buckets.ts';
import { BARRIER, type Span, type View } from '../view.ts';
import { clausesOf, saysEnough } from './clauses.ts';
import enFile from './en.weights.json' with { type: 'json' };
import { gramsOf } from './grams.ts';
import zhFile from './zh.weights.json' with { type: 'json' };

const weightsSchema = z.object({
  provenance: z.string().min(1),
  bias: z.number(),
  /** A clause leads somewhere when its score is above this; the lower one where something was found beside it. */
  threshold: z.number(),
  thresholdBeside: z.number(),
  /** Of each bucket, one sign. */
  weights: z.string().length(BUCKETS),
});

const readFile = (file: unknown) => {
  const { weights, ...rest } = weightsSchema.parse(file);
  return { ...rest, weights: readWeights(weights) };
};

const MODELS = { en: readFile(enFile), zh: readFile(zhFile) };

/**
 * Whole clauses that read like contact details or an invitation when all that is known of them is added up: a
 * logistic regression over their words and shape, and those of the clauses beside them. `view` is `text` as it is
 * read, with platforms and numbers; `isFound` says whether something else was found in it.
 */
export function findLikely(text: string, view: View, isFound: boolean): Span[] {
  const { bias, weights, ...model } = MODELS[/\p{Script=Han}/u.test(view.text) ? 'zh' : 'en'];
  const beside = isFound || view.text.includes(BARRIER);
  const threshold = beside ? model.thresholdBeside : model.threshold;
  const clauses = clausesOf(text, view);
  return clauses.flatMap(({ read, start, end, isCut }, at) =>
    isCut || !saysEnough(read) || bias + scoreOf(gramsOf(clauses, at), weights) <= threshold
      ? []
      : [{ start, end }],
  );
}

function scoreOf(grams: ReadonlySet<string>, weights: Float64Array): number {
  const known = [...new Set([...grams].map(bucketOf))]
    .map((bucket) => weights[bucket] ?? 0)
    .filter((weight) => weight !== 0);
  return shareOf(known.length) * known.reduce((sum, weight) => sum + weight, 0);
}
