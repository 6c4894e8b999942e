import { writeFileSync } from 'node:fs';
import { bucketOf, readWeights, writeWeights } from '#lib/domain/safety/risk-phrases/buckets.ts';
import { findPhrases } from '#lib/domain/safety/risk-phrases/find-phrases.ts';
import {
  gramsOf,
  type ScoredLanguage,
  stretchesOf,
} from '#lib/domain/safety/risk-phrases/grams.ts';
import { tokenise } from '#lib/domain/safety/risk-phrases/tokens.ts';
import { type Example, type Fitted, fitWeights, scoreOf } from './fit.ts';
import { readSets } from './sets.ts';

/** Makes the weights beside the phrases from the sets in this folder: `node tests/domain/safety/risk-phrases/train.ts`. */

type Mark = 'explicit' | 'implicit' | 'benign';

interface Sentence extends Example {
  readonly set: string;
  readonly written: string;
  readonly language: ScoredLanguage;
  readonly mark: Mark;
  /** An explicit phrase or a method is there: found whatever the score. */
  readonly isFound: boolean;
  readonly fold: number;
}

/** Of benign texts by somebody else. Held-back sets allow 0.1. */
const FALSE_ALARMS = 0.06;
const FOLDS = 5;
const MARKS: readonly Mark[] = ['explicit', 'implicit', 'benign'];

function read(): Sentence[] {
  return readSets()
    .filter(({ kind }) => kind !== 'held-back')
    .flatMap((set) =>
      MARKS.flatMap((mark) => set[mark].map((text, i) => ({ text, mark, set, fold: i % FOLDS }))),
    )
    .map(({ text, mark, set, fold }) => {
      const tokens = tokenise(text);
      const language = stretchesOf(tokens)[0]?.language ?? 'en';
      const phrases = findPhrases(tokens);
      // The phrases were tuned on the development sets, where they find more than they ever will elsewhere.
      const counted = set.kind === 'development' ? [] : phrases;
      return {
        buckets: Int32Array.from(
          new Set([...gramsOf({ language, tokens }, counted).keys()].map(bucketOf)),
        ),
        isRisk: mark !== 'benign',
        isFound: phrases.some(({ kind }) => kind !== 'implicit'),
        set: set.kind,
        written: set.language,
        language,
        mark,
        fold,
      };
    });
}

type Scored = Sentence & { readonly score: number };

/** Scores from weights that saw none of these sentences: a fifth of `second` at a time, or all of it at once. */
function scoreUnseen(all: readonly Sentence[], folds: boolean): Scored[] {
  const isLeftOut = (fold: number) => (sentence: Sentence) =>
    sentence.set === 'second' && (!folds || sentence.fold === fold);
  return Array.from({ length: folds ? FOLDS : 1 }, (_, fold) => {
    const { bias, weights } = fitWeights(all.filter((sentence) => !isLeftOut(fold)(sentence)));
    const fitted = { bias, weights: readWeights(writeWeights(weights)) };
    return all
      .filter(isLeftOut(fold))
      .map((sentence) => ({ ...sentence, score: scoreOf(fitted, sentence.buckets) }));
  }).flat();
}

/** The lowest score that lets no more than a share of the benign ones pass. */
function thresholdOf(sentences: readonly Scored[]): number {
  const scores = sentences
    .filter(({ mark }) => mark === 'benign')
    .map(({ score, isFound }) => (isFound ? Infinity : score))
    .sort((a, b) => b - a);
  return scores[Math.floor(FALSE_ALARMS * scores.length)] ?? 0;
}

/** What to expect of the next held-back set: each fifth at the threshold of the other four. */
function report(name: string, sentences: readonly Scored[]): void {
  const thresholds = Array.from({ length: FOLDS }, (_, fold) =>
    thresholdOf(sentences.filter((other) => other.fold !== fold)),
  );
  for (const written of new Set(sentences.map((sentence) => sentence.written))) {
    const shares = MARKS.map((mark) => {
      const those = sentences.filter((s) => s.mark === mark && s.written === written);
      const found = those.filter((s) => s.isFound || s.score > (thresholds[s.fold] ?? 0));
      return `${mark} ${((100 * found.length) / those.length).toFixed(1)} %`;
    });
    console.log(`${name} ${written}: ${shares.join(', ')}`);
  }
}

const rounded = (value: number) => Math.round(100 * value) / 100;

function write(language: ScoredLanguage, { bias, weights }: Fitted, threshold: number): void {
  const file = {
    state: 'draft: awaiting clinical review',
    provenance:
      'Made by tests/domain/safety/risk-phrases/train.ts from the sets beside it, which were written for this project.',
    bias: rounded(bias),
    threshold: rounded(threshold),
    weights: writeWeights(weights),
  };
  const path = `../../../../lib/domain/safety/risk-phrases/${language}.weights.json`;
  writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
}

const sentences = read();
for (const language of ['en', 'zh'] as const) {
  const all = sentences.filter((sentence) => sentence.language === language);
  report('Without any of second,', scoreUnseen(all, false));
  const byFifths = scoreUnseen(all, true);
  report('Without a fifth of second,', byFifths);
  const threshold = thresholdOf(byFifths);
  write(language, fitWeights(all), threshold);
  console.log(`${language}: threshold ${threshold.toFixed(2)}`);
}
