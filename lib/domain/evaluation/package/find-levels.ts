import { LEAST_SHOWN } from '../disclosure.ts';
import type { AccessTier, Column } from './column.ts';
import { columnsOf, type Levels, levelKey, levelsOf } from './columns.ts';

/**
 * Fewest people who share whatever can be known of somebody from elsewhere: 10 where everybody may get the rows
 * (security.md 1d), 5 where terms hold whoever gets them (measurement.md C3.7). README.md beside `package/` has the ruling.
 */
export const LEAST_ALIKE: Readonly<Record<AccessTier, number>> = { open: 10, controlled: 5 };
/**
 * In the open tier everything counts as known from elsewhere, and at most one row of this many may differ
 * from all others: whoever has a person's row of another study then finds them in no more than 1 of 100 cases.
 */
const PEOPLE_FOR_A_ROW = 100;
/** Raised when the rule changes what comes out of the same data; part of the snapshot id. */
export const DISCLOSURE_RULE = '3';

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
      /**
       * Classes after merging, and the smallest of them. As they were before is told nowhere: a filter could make
       * that the size of any small group, and nobody has approved it yet.
       */
      readonly after: Classes;
    }
  | { readonly kind: 'refused'; readonly drop: readonly string[] }
  | { readonly kind: 'too_few' };

interface Rule {
  readonly least: number;
  /** Rows that differ from all others, at most. */
  readonly most: number;
}

interface Classes {
  readonly classes: number;
  readonly smallest: number;
}

/** What is given up first: whatever says least about the gap between intention and behaviour. */
const GIVEN_UP_FIRST = [
  'consent_text',
  'entry_point',
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

/** They tell nothing of the gap, so they go before anything that does is made coarser. */
const TELL_NOTHING: readonly string[] = ['consent_text', 'entry_point'];

/** The columns of `pathways` that are made alike: in the open tier all of them, else what is no secret elsewhere. */
export function alikeColumns(tier: AccessTier, without: readonly string[]): readonly Column[] {
  const quasi = new Set(['entry', 'entry_point', 'instrument', 'band', 'consent_text']);
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
  if (people < LEAST_SHOWN) return { kind: 'too_few' };
  const rule = {
    least: LEAST_ALIKE[tier],
    most: tier === 'open' ? Math.max(1, Math.floor(people / PEOPLE_FOR_A_ROW)) : Infinity,
  };
  const last = columns.map((column) => (levelsOf(column, tier)?.length ?? 1) - 1);
  const goesFirst = columns.map(({ name }) => TELL_NOTHING.includes(name));
  let state: readonly number[] = columns.map(() => 0);
  // What is alike once stays alike, so every step has fewer classes to look at.
  let alike = classes;
  while (excessOf(alike, state, rule) > 0) {
    state = coarser(alike, state, { last, goesFirst, rule });
    alike = [...mergeAlike(alike, state).values()];
  }
  const drop = columns.filter((_, i) => state[i] === GONE).map(({ name }) => name);
  if (drop.length > 0) return { kind: 'refused', drop };
  const sizes = sizesOf(alike, state);
  return {
    kind: 'levels',
    people,
    levels: Object.fromEntries(columns.map((column, i) => [levelKey(column), state[i] ?? 0])),
    after: { classes: sizes.length, smallest: Math.min(...sizes) },
  };
}

const GONE = -1;

interface Merging {
  readonly last: readonly number[];
  readonly goesFirst: readonly boolean[];
  readonly rule: Rule;
}

/**
 * One level more: of what tells nothing, else of what is finest still, so that no column is made coarse twice while
 * another could be once; among those where it helps most. Where nothing is left to merge, the next column goes.
 */
function coarser(
  classes: readonly AlikeClass[],
  state: readonly number[],
  { last, goesFirst, rule }: Merging,
): readonly number[] {
  const steps = state.flatMap((level, i) =>
    level !== GONE && level < (last[i] ?? 0)
      ? [{ to: state.with(i, level + 1), cost: goesFirst[i] ? 0 : level + 1 }]
      : [],
  );
  if (steps.length === 0) {
    const next = state.findIndex((level) => level !== GONE);
    if (next === -1) throw new Error('Nothing is printed and yet somebody stands out');
    return state.with(next, GONE);
  }
  const now = excessOf(classes, state, rule);
  const measured = steps.map((step) => ({ ...step, excess: excessOf(classes, step.to, rule) }));
  const helping = measured.filter(({ excess }) => excess < now);
  const among = helping.length > 0 ? helping : measured;
  return among.reduce((best, one) =>
    one.cost < best.cost || (one.cost === best.cost && one.excess < best.excess) ? one : best,
  ).to;
}

/** 0 where the rule holds; grows with the people whom small groups lack and the rows that are too many. */
function excessOf(
  classes: readonly AlikeClass[],
  state: readonly number[],
  { least, most }: Rule,
): number {
  const sizes = sizesOf(classes, state);
  const lacking = sizes.reduce((sum, size) => sum + Math.max(0, least - size), 0);
  return lacking + Math.max(0, sizes.length - most);
}

const sizesOf = (classes: readonly AlikeClass[], state: readonly number[]): readonly number[] =>
  [...mergeAlike(classes, state).values()].map(({ people }) => people);

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
