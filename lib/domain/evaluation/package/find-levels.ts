import type { AccessTier, Column } from './column.ts';
import { columnsOf, type Levels, levelKey, levelsOf } from './columns.ts';

/** Fewest people who share whatever can be known of somebody from elsewhere (measurement.md C3.7). */
export const LEAST_ALIKE = 5;
/**
 * In the open tier everything counts as known from elsewhere, and at most one row of this many may differ
 * from all others: whoever has a person's row of another study then finds them in no more than 1 of 100 cases.
 */
const PEOPLE_FOR_A_ROW = 100;
/** Raised when the rule changes what comes out of the same data; part of the snapshot id. */
export const DISCLOSURE_RULE = '1';

/** People who are alike in every column that counts: each column's value, finest first, and how many they are. */
export interface AlikeClass {
  readonly values: readonly (readonly string[])[];
  readonly people: number;
}

export type Found =
  | {
      readonly kind: 'levels';
      /** How many people it was found for: exact, so for no page. Older requests have kept none. */
      readonly people?: number;
      readonly levels: Levels;
      /** Classes before and after, and the smallest of them. */
      readonly before: Classes;
      readonly after: Classes;
    }
  | { readonly kind: 'refused'; readonly drop: readonly string[]; readonly before: Classes }
  | { readonly kind: 'too_few' };

interface Classes {
  readonly classes: number;
  readonly smallest: number;
}

/** What is given up first: whatever says least about the gap between intention and behaviour. */
const GIVEN_UP_FIRST = [
  'consent_text',
  'referral_day',
  'plan_day',
  'tier_decided',
  'furthest',
  'instrument',
  'entry',
  'band',
  'intention_before',
  'attended_self_day',
];

/** The columns of `pathways` that are made alike: in the open tier all of them, else what is no secret elsewhere. */
export function alikeColumns(tier: AccessTier, without: readonly string[]): readonly Column[] {
  const quasi = new Set(['entry', 'instrument', 'band', 'consent_text']);
  return columnsOf('pathways', { tier, without })
    .filter(({ name }) => name !== 'person' && name !== 'followed_days')
    .filter(({ name }) => tier === 'open' || quasi.has(name))
    .toSorted((a, b) => GIVEN_UP_FIRST.indexOf(a.name) - GIVEN_UP_FIRST.indexOf(b.name));
}

/**
 * The least merging after which nobody stands out. Where even the coarsest values leave somebody alone, it
 * says which columns have to be left out; nothing is left out in silence. The same data always comes to the
 * same levels.
 */
export function findLevels(
  tier: AccessTier,
  columns: readonly Column[],
  classes: readonly AlikeClass[],
): Found {
  const people = classes.reduce((sum, one) => sum + one.people, 0);
  if (people < LEAST_ALIKE) return { kind: 'too_few' };
  const most = tier === 'open' ? Math.max(1, Math.floor(people / PEOPLE_FOR_A_ROW)) : Infinity;
  const last = columns.map((column) => (levelsOf(column, tier)?.length ?? 1) - 1);
  let state: readonly number[] = columns.map(() => 0);
  const before = measure(classes, state, most);
  // What is alike once stays alike, so every step has fewer classes to look at.
  let alike = classes;
  for (let now = before; now.excess > 0; now = measure(alike, state, most)) {
    state = coarser(alike, state, last, most);
    alike = [...mergeAlike(alike, state).values()];
  }
  const drop = columns.filter((_, i) => state[i] === GONE).map(({ name }) => name);
  if (drop.length > 0) return { kind: 'refused', drop, before };
  return {
    kind: 'levels',
    people,
    levels: Object.fromEntries(columns.map((column, i) => [levelKey(column), state[i] ?? 0])),
    before,
    after: measure(alike, state, most),
  };
}

const GONE = -1;

/** One level more where it helps most; where nothing is left to merge, the next column goes. */
function coarser(
  classes: readonly AlikeClass[],
  state: readonly number[],
  last: readonly number[],
  most: number,
): readonly number[] {
  const steps = state.flatMap((level, i) =>
    level !== GONE && level < (last[i] ?? 0) ? [state.with(i, level + 1)] : [],
  );
  if (steps.length === 0) {
    const next = state.findIndex((level) => level !== GONE);
    if (next === -1) throw new Error('Nothing is printed and yet somebody stands out');
    return state.with(next, GONE);
  }
  const measured = steps.map((step) => ({ step, ...measure(classes, step, most) }));
  return measured.reduce((best, one) => (one.excess < best.excess ? one : best)).step;
}

/** `excess` is 0 where the rule holds, and grows with the people who stand out and the rows that are too many. */
function measure(
  classes: readonly AlikeClass[],
  state: readonly number[],
  most: number,
): Classes & { readonly excess: number } {
  const sizes = [...mergeAlike(classes, state).values()].map(({ people }) => people);
  const alone = sizes.filter((size) => size < LEAST_ALIKE);
  return {
    classes: sizes.length,
    smallest: sizes.reduce((least, size) => Math.min(least, size), Infinity),
    excess: alone.reduce((sum, size) => sum + size, 0) + Math.max(0, sizes.length - most),
  };
}

function mergeAlike(
  classes: readonly AlikeClass[],
  state: readonly number[],
): ReadonlyMap<string, AlikeClass> {
  const merged = new Map<string, AlikeClass>();
  for (const { values, people } of classes) {
    let key = '';
    for (const [i, value] of values.entries()) {
      const level = state[i] ?? 0;
      key += level === GONE ? '|' : `${value[level]}|`;
    }
    merged.set(key, { values, people: people + (merged.get(key)?.people ?? 0) });
  }
  return merged;
}
