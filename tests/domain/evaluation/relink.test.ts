import { describe, expect, it } from 'vitest';
import { type Coarsening, rangeCodes } from '#lib/domain/evaluation/package/column.ts';
import { levelKey, levelsOf } from '#lib/domain/evaluation/package/columns.ts';
import {
  type AlikeClass,
  alikeColumns,
  findLevels,
  LEAST_ALIKE,
} from '#lib/domain/evaluation/package/find-levels.ts';
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

/** The rows of a study as the open tier gives them, after whoever asked did without what they had to. */
function release(people: readonly Person[]): readonly string[] {
  let without: readonly string[] = [];
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
      return classes.map(({ values }) =>
        columns.map((c, i) => values[i]?.[found.levels[levelKey(c)] ?? 0]).join('|'),
      );
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
        const [a, b] = [release(one), release(other)];
        expect(Math.min(...countsOf(a).values())).toBeGreaterThanOrEqual(LEAST_ALIKE);
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
