import { describe, expect, it } from 'vitest';
import { type Coarsening, rangeCodes } from '#lib/domain/evaluation/package/column.ts';
import { levelKey, levelsOf, type Shape } from '#lib/domain/evaluation/package/columns.ts';
import {
  type AlikeClass,
  alikeColumns,
  findLevels,
  LEAST_ALIKE,
} from '#lib/domain/evaluation/package/find-levels.ts';
import { EVERYBODY } from '#lib/domain/evaluation/package/request.ts';
import { questionOf } from '#lib/domain/evaluation/package/snapshot.ts';
import { hmac } from '#lib/gateways/hashes.ts';
import { canonicalJson } from '#lib/gateways/package/package-folder.ts';
import { openNameKeyOf } from '#lib/gateways/study-keys.ts';
import { NIGHTLY } from '../../support/nightly.ts';
import { randomFrom } from './tables.ts';

type Person = Readonly<Record<string, string>>;
const NONE = new Set(['not_reached', 'not_asked', 'not_applicable']);
const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;
const within = (days: number, likely: number, random: () => number) =>
  random() < likely ? String(1 + Math.floor(days * random() ** 2)) : 'not_reached';

/** Somebody with a way of their own; what is likely depends on the band, as it does in the world. */
function somebody(random: () => number): Person {
  const band = pick(['minimal', 'mild', 'mild', 'moderate', 'moderate', 'severe'], random);
  const ill = band === 'moderate' || band === 'severe' ? 1.5 : 1;
  const referral = within(60, 0.3 * ill, random);
  return {
    entry: `2026-W${String(14 + Math.floor(random() * 26)).padStart(2, '0')}`,
    instrument: pick(['phq-9', 'phq-9', 'phq-9', 'gad-7', 'phq-4'], random),
    band,
    intention_before: random() < 0.1 ? 'not_asked' : String(1 + Math.floor(random() * 7)),
    tier_decided: pick(['guidance', 'community', 'face_to_face', 'not_reached'], random),
    furthest: referral === 'not_reached' ? pick(['viewed', 'engaged', 'chose'], random) : 'acted',
    referral_day: referral,
    plan_day: within(30, 0.2 * ill, random),
    attended_self_day: within(90, 0.15 * ill, random),
  };
}

/** What the database does with a value (lib/store/research/package-query.ts), for people who are in none. */
function coarsen(how: Coarsening, value: string): string {
  if (how.kind === 'groups') return how.to[value] ?? how.rest ?? value;
  if (how.kind === 'same' || NONE.has(value)) return value;
  if (how.kind === 'whether') return 'yes';
  if (how.kind === 'ranges') return rangeOf(how, Number(value));
  return how.kind === 'period' ? periodOf(how.unit, value) : 'suppressed';
}

function rangeOf(how: Extract<Coarsening, { kind: 'ranges' }>, value: number): string {
  const place = how.ends.findIndex((end) => value <= end);
  return rangeCodes(how).at(place) ?? '';
}

function periodOf(unit: 'week' | 'quarter' | 'year', week: string): string {
  if (unit === 'week') return week;
  return unit === 'year' ? '2026' : `2026-Q${Number(week.slice(6)) <= 26 ? 2 : 3}`;
}

interface Released {
  readonly rows: readonly string[];
  readonly shape: Shape;
}

/** The rows of a study as the open tier gives them, after whoever asked did without what they had to as well. */
function releaseOf(people: readonly Person[], asked: readonly string[] = []): Released {
  let without = asked;
  for (;;) {
    const columns = alikeColumns('open', without);
    const levels = columns.map((column) => levelsOf(column, 'open') ?? []);
    const classes = people.map(
      (person): AlikeClass => ({
        values: columns.map(({ name }, i) =>
          (levels[i] ?? []).map((how) => coarsen(how, person[name] ?? '')),
        ),
        people: 1,
      }),
    );
    const found = findLevels('open', columns, classes);
    if (found.kind === 'too_few') throw new Error('too few');
    if (found.kind === 'levels') {
      const rows = classes.map(({ values }) =>
        columns.map((c, i) => values[i]?.[found.levels[levelKey(c)] ?? 0]).join('|'),
      );
      return { rows, shape: { tier: 'open', without, levels: found.levels, comparisons: [] } };
    }
    without = [...without, ...found.drop];
  }
}

function countsOf(rows: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

/**
 * The share of people in both studies whom the best attacker finds: one who knows of every kind of row of
 * one study which kind of the other holds most of the same people, and guesses among those who are alike.
 */
function bestMatch(one: readonly string[], other: readonly string[], shared: number): number {
  const sizes = countsOf(other);
  const pairs = countsOf(one.slice(0, shared).map((row, i) => `${row} ${other[i]}`));
  const best = new Map<string, number>();
  for (const [pair, count] of pairs) {
    const [row = '', match = ''] = pair.split(' ');
    const hit = count / (sizes.get(match) ?? 1);
    best.set(row, Math.max(best.get(row) ?? 0, hit));
  }
  return [...best.values()].reduce((sum, hit) => sum + hit, 0) / shared;
}

describe('two studies that share 30 % of their people', () => {
  const seeds = Array.from({ length: NIGHTLY ? 40 : 6 }, (_, i) => i + 1);
  const studies = (seed: number, size: number) => {
    const random = randomFrom(seed);
    const shared = Math.round(size * 0.3);
    const both = Array.from({ length: shared }, () => somebody(random));
    const own = () => Array.from({ length: size - shared }, () => somebody(random));
    return { shared, one: [...both, ...own()], other: [...both, ...own()] };
  };

  it.each(NIGHTLY ? [500, 2_000, 8_000] : [500, 2_000])(
    'of %i people each are joined no better than by chance and 1 point',
    (size) => {
      for (const seed of seeds) {
        const { shared, one, other } = studies(seed, size);
        const [a, b] = [releaseOf(one).rows, releaseOf(other).rows];
        expect(Math.min(...countsOf(a).values())).toBeGreaterThanOrEqual(LEAST_ALIKE.open);
        expect(bestMatch(a, b, shared)).toBeLessThanOrEqual(1 / size + 0.01);
      }
    },
  );

  it('would be joined from the rows as they are, which the attack finds', () => {
    const { shared, one, other } = studies(1, 2_000);
    const raw = (people: readonly Person[]) => people.map((p) => Object.values(p).join('|'));
    expect(bestMatch(raw(one), raw(other), shared)).toBeGreaterThan(0.5);
  });
});

/** What one and the same researcher asks for, each time doing without other columns. */
const ASKED = [
  ['consent_text', 'referral_day', 'plan_day', 'tier_decided', 'furthest', 'instrument', 'entry'],
  ['consent_text', 'band', 'intention_before', 'attended_self_day', 'referral_day', 'plan_day'],
  ['consent_text', 'entry', 'band', 'instrument', 'intention_before', 'tier_decided', 'furthest'],
] as const;
const STUDY_KEY = Buffer.alloc(32, 7);

/** The key of the names of a package, as the worker derives it. */
const openKey = (shape: Shape) =>
  openNameKeyOf(
    STUDY_KEY,
    canonicalJson(questionOf({ cutoff: '2026-10-01', filter: EVERYBODY, shape })),
  );

/** How many rows of these packages share a name, and how many of those are like no other once they are joined. */
function joinByName(
  packages: readonly Released[],
  keyOf: (shape: Shape) => Uint8Array,
): { readonly joined: number; readonly alone: number } {
  const files = packages.map(({ rows, shape }) => {
    const key = keyOf(shape);
    return new Map(rows.map((row, i) => [hmac(key, `person ${i}`).toString('hex'), row]));
  });
  const [first = new Map<string, string>(), ...others] = files;
  const wide = [...first]
    .filter(([name]) => others.every((file) => file.has(name)))
    .map(([name, row]) => [row, ...others.map((file) => file.get(name))].join(' / '));
  return {
    joined: wide.length,
    alone: [...countsOf(wide).values()].filter((size) => size === 1).length,
  };
}

describe('packages of one study that do without different columns', () => {
  const random = randomFrom(20261126);
  const people = Array.from({ length: 2_000 }, () => somebody(random));
  const packages = ASKED.map((without) => releaseOf(people, without));
  const sets = [packages.slice(0, 2), packages.slice(1), packages];

  it('share no name, and their rows are matched no better than by chance and 1 point', () => {
    for (const set of sets) expect(joinByName(set, openKey)).toEqual({ joined: 0, alone: 0 });
    for (const [a, b] of [...sets.slice(0, 2), [packages[0], packages[2]]]) {
      const found = bestMatch(a?.rows ?? [], b?.rows ?? [], people.length);
      expect(found).toBeLessThanOrEqual(1 / people.length + 0.01);
    }
  });

  it('would be joined under one key for the study, which the attack finds', () => {
    const [two, , three] = sets.map((set) => joinByName(set, () => STUDY_KEY));
    expect(two?.joined).toBe(people.length);
    expect(three?.alone).toBeGreaterThan(100);
  });

  it('have the names of before where the same is asked again, and others for another cutoff or filter', () => {
    const { shape } = packages[0] as Released;
    const ask = { cutoff: '2026-10-01', filter: EVERYBODY, shape };
    const key = (change: Partial<typeof ask>) =>
      openNameKeyOf(STUDY_KEY, canonicalJson(questionOf({ ...ask, ...change }))).toString('hex');
    expect(key({ shape: { ...shape, without: shape.without.toReversed() } })).toBe(key({}));
    const others = [
      key({}),
      key({ cutoff: '2026-10-02' }),
      key({ filter: { ...EVERYBODY, from: '2026-Q1' } }),
      key({ shape: { ...shape, levels: { ...shape.levels, entry: 1 } } }),
      STUDY_KEY.toString('hex'),
    ];
    expect(new Set(others).size).toBe(others.length);
  });
});
