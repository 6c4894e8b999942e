import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_SHOWN } from '#lib/domain/evaluation/disclosure.ts';
import { ACCESS_TIERS, type AccessTier } from '#lib/domain/evaluation/package/column.ts';
import { levelKey, levelsOf } from '#lib/domain/evaluation/package/columns.ts';
import {
  type AlikeClass,
  alikeColumns,
  findLevels,
  LEAST_ALIKE,
} from '#lib/domain/evaluation/package/find-levels.ts';
import { NIGHTLY } from '../../support/nightly.ts';

/** Values of one column: each level a function of the level before, as coarsening is. */
const valuesOf = (value: number, levels: number) =>
  Array.from({ length: levels }, (_, level) => String(Math.floor(value / 3 ** level)));

const classesOf = (tier: AccessTier) =>
  fc.array(
    fc.record({
      people: fc.integer({ min: 1, max: 40 }),
      values: fc.tuple(
        ...alikeColumns(tier, []).map((column) =>
          fc.nat({ max: 8 }).map((n) => valuesOf(n, levelsOf(column, tier)?.length ?? 1)),
        ),
      ),
    }),
    { maxLength: 60 },
  );

function sizesAfter(classes: readonly AlikeClass[], at: (i: number) => number) {
  const sizes = new Map<string, number>();
  for (const { values, people } of classes) {
    const key = values.map((value, i) => value[at(i)]).join('|');
    sizes.set(key, (sizes.get(key) ?? 0) + people);
  }
  return [...sizes.values()];
}

it.each(ACCESS_TIERS)(
  'in the %s tier nobody stands out, or the columns to drop are named',
  (tier) => {
    const columns = alikeColumns(tier, []);
    fc.assert(
      fc.property(classesOf(tier), (classes) => {
        const found = findLevels(tier, columns, classes);
        const people = classes.reduce((sum, one) => sum + one.people, 0);
        expect(people < LEAST_SHOWN).toBe(found.kind === 'too_few');
        // What was there before merging is nobody's to read.
        expect(found).not.toHaveProperty('before');
        if (found.kind === 'too_few') return;
        if (found.kind === 'levels') {
          const sizes = sizesAfter(
            classes,
            (i) => found.levels[levelKey(columns[i] as never)] ?? 0,
          );
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST_ALIKE[tier]);
          expect(Math.min(...sizes)).toBe(found.after.smallest);
          if (tier === 'open') expect(sizes.length).toBeLessThanOrEqual(Math.max(1, people / 100));
          return;
        }
        // Without these columns it is let out: what the page says to do helps.
        const left = columns.filter(({ name }) => !found.drop.includes(name));
        const fewer = classes.map(({ values, people: n }) => ({
          people: n,
          values: values.filter((_, i) => left.includes(columns[i] as never)),
        }));
        expect(findLevels(tier, left, fewer).kind).toBe('levels');
      }),
      { numRuns: NIGHTLY ? 2_000 : 150 },
    );
  },
);

it('the order in which the database gives the classes changes nothing', () => {
  const columns = alikeColumns('controlled', []);
  fc.assert(
    fc.property(classesOf('controlled'), (classes) => {
      expect(findLevels('controlled', columns, classes.toReversed())).toEqual(
        findLevels('controlled', columns, classes),
      );
    }),
    { numRuns: 100 },
  );
});

it('what tells nothing of the gap goes first, and nothing is made coarse twice while another could be once', () => {
  const columns = alikeColumns('controlled', []);
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  // 60 weeks, three bands, two addresses, one text: 6 people in each week, which two bands or addresses divide.
  const classes: AlikeClass[] = Array.from({ length: 360 }, (_, i) => {
    const [week, band, address] = [Math.floor(i / 6), i % 3, i % 2];
    const values = columns.map((column) =>
      Array.from({ length: levelsOf(column, 'controlled')?.length ?? 1 }, () => '-'),
    );
    values[place('entry')] = [`w${week}`, `q${Math.floor(week / 13)}`, `y${Math.floor(week / 52)}`];
    values[place('band')] = [`b${band}`, `g${band === 0 ? 0 : 1}`, 'other'];
    values[place('entry_point')] = [`a${address}`, '-'];
    return { people: 1, values };
  });
  const found = findLevels('controlled', columns, classes);
  if (found.kind !== 'levels') throw new Error(found.kind);
  expect(found.levels['entry_point']).toBe(1);
  expect(found.levels['entry']).toBeLessThan(2);
  expect(found.levels['band']).toBeLessThan(2);
});
