import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readJoins } from '#lib/domain/community/masking/address-words.ts';
import { fold } from '#lib/domain/community/masking/fold.ts';
import { clausesOf, saysEnough } from '#lib/domain/community/masking/likeness/clauses.ts';
import { gramsOf } from '#lib/domain/community/masking/likeness/grams.ts';
import { readNumberWords } from '#lib/domain/community/masking/number-words.ts';
import { readPlatforms } from '#lib/domain/community/masking/platforms.ts';
import { bucketOf, readWeights, writeWeights } from '#lib/domain/safety/risk-phrases/buckets.ts';
import { fitWeights, scoreOf } from '../../safety/risk-phrases/fit.ts';
import { readSets } from '../../safety/risk-phrases/sets.ts';

/**
 * Makes the weights of `likeness/` from the posts in this folder, and as further posts without contacts the
 * sentences that the risk phrases were made with: `node tests/domain/community/masking/train.ts`. Sets named as
 * arguments are left out and scored: what weights are worth that saw nothing of them.
 */

/** Tells what all this is worth; never learned from. */
const HELD_BACK: readonly string[] = ['tenth'];

const FOLDS = 5;
/** Of posts without contacts that somebody wrote to look like some. */
const FALSE_ALARMS = 0.03;
/** Of posts where something else was found, clauses that hold nothing. */
const FALSE_BESIDE = 0.08;

interface Post {
  readonly set: string;
  readonly language: 'en' | 'zh';
  readonly isContact: boolean;
  readonly fold: number;
  readonly clauses: readonly { readonly buckets: Int32Array; readonly isRisk: boolean }[];
}

const here = new URL('.', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, here), 'utf8'));

/** Every text in a file, however deep. */
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts);

function postOf(marked: string, set: string, at: number): Post {
  const text = marked.replace(/[«»]/gu, '');
  const [start, end] = [marked.indexOf('«'), marked.indexOf('»') - 1];
  const view = readNumberWords(readPlatforms(readJoins(fold(text, []))));
  const clauses = clausesOf(text, view);
  return {
    set,
    language: /\p{Script=Han}/u.test(view.text) ? 'zh' : 'en',
    isContact: start >= 0,
    fold: at % FOLDS,
    clauses: clauses.flatMap((clause, i) =>
      saysEnough(clause.read)
        ? {
            buckets: Int32Array.from(new Set([...gramsOf(clauses, i)].map(bucketOf))),
            isRisk: clause.start < end && clause.end > start,
          }
        : [],
    ),
  };
}

function readPosts(): Post[] {
  const own = readdirSync(here).flatMap((name) => {
    const set = /^(?:contacts|benign)\.(?<set>.+)\.json$/u.exec(name)?.groups?.['set'];
    return set === undefined || HELD_BACK.includes(set)
      ? []
      : texts(read(name)).map((text, at) => postOf(text, set, at));
  });
  const others = readSets()
    .filter(({ kind }) => kind !== 'held-back')
    .flatMap(({ explicit, implicit, benign }) => [...explicit, ...implicit, ...benign])
    .map((text, at) => postOf(text, 'risk', at));
  return [...own, ...others];
}

/** Each post with the scores of its clauses, by weights that saw none of it. */
function scored(posts: readonly Post[], isLeftOut: (post: Post, fold: number) => boolean) {
  return Array.from({ length: FOLDS }, (_unused, fold) => {
    const fitted = fitWeights(
      posts.filter((post) => !isLeftOut(post, fold)).flatMap(({ clauses }) => clauses),
    );
    const weights = { ...fitted, weights: readWeights(writeWeights(fitted.weights)) };
    return posts
      .filter((post) => isLeftOut(post, fold))
      .map((post) => ({
        ...post,
        scores: post.clauses.map(({ buckets, isRisk }) => ({
          isRisk,
          score: scoreOf(weights, buckets),
        })),
      }));
  }).flat();
}

/** The score that no more than a share of these is above. */
function above(scores: readonly number[], share: number): number {
  return scores.toSorted((a, b) => b - a)[Math.floor(share * scores.length)] ?? 0;
}

const rounded = (value: number) => Math.round(100 * value) / 100;

const leftOut = process.argv.slice(2);
const all = readPosts();
for (const language of ['en', 'zh'] as const) {
  const posts = all.filter((post) => post.language === language);
  const learned = posts.filter(({ set }) => !leftOut.includes(set));
  const unseen = scored(learned, (post, fold) => post.fold === fold);
  const best = (post: (typeof unseen)[number]) =>
    Math.max(...post.scores.map(({ score }) => score), -99);
  const threshold = above(
    unseen.filter(({ isContact, set }) => !isContact && set !== 'risk').map(best),
    FALSE_ALARMS,
  );
  const thresholdBeside = above(
    unseen
      .filter(({ isContact }) => isContact)
      .flatMap(({ scores }) => scores.filter(({ isRisk }) => !isRisk).map(({ score }) => score)),
    FALSE_BESIDE,
  );
  const contacts = unseen.filter(({ isContact }) => isContact);
  const whole = contacts.filter(({ scores }) =>
    scores.every(({ isRisk, score }) => !isRisk || score > threshold),
  );
  console.log(
    `${language}: thresholds ${threshold.toFixed(2)}, ${thresholdBeside.toFixed(2)}; alone it finds ${whole.length} of ${contacts.length}`,
  );
  const { bias, weights } = fitWeights(learned.flatMap(({ clauses }) => clauses));
  const file = {
    provenance: 'Made by tests/domain/community/masking/train.ts from the sets beside it.',
    bias: rounded(bias),
    threshold: rounded(threshold),
    thresholdBeside: rounded(Math.min(threshold, thresholdBeside)),
    weights: writeWeights(weights),
  };
  const path = `../../../../lib/domain/community/masking/likeness/${language}.weights.json`;
  writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
}
