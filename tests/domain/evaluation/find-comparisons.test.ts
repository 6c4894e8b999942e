import { describe, expect, it } from 'vitest';
import {
  ALIKE_ASSIGNED,
  findComparisons,
} from '#lib/domain/evaluation/package/find-comparisons.ts';
import type { AlikeClass } from '#lib/domain/evaluation/package/find-levels.ts';

/** People of one comparison who are alike; each value at every level of its column. */
function alike(code: string, people: number, own: Readonly<Record<string, string>>): AlikeClass {
  const values = ALIKE_ASSIGNED.map(({ name, controlled }) =>
    controlled.map((how) => {
      const value = name === 'experiment' ? code : (own[name] ?? 'no');
      if (how.kind === 'hidden') return 'suppressed';
      return how.kind === 'groups' ? (how.to[value] ?? value) : value;
    }),
  );
  return { values, people };
}
const BASE = { stratum: 'moderate' };
const large = (code: string) => [
  alike(code, 60, { ...BASE, attended: 'no' }),
  alike(code, 40, { ...BASE, attended: 'yes' }),
];

describe('which comparisons are in a package', () => {
  it('those of enough people in whom nobody stands out, nothing merged without need', () => {
    const { comparisons, merges } = findComparisons('controlled', [...large('b'), ...large('a')]);
    expect(comparisons).toEqual(['a', 'b']);
    expect(Object.values(merges?.levels ?? {})).toEqual(ALIKE_ASSIGNED.map(() => 0));
    expect(merges?.after.smallest).toBe(40);
  });

  it('none in the open tier', () => {
    expect(findComparisons('open', large('a'))).toEqual({ comparisons: [], merges: null });
  });

  it('hides what makes a few stand out, and never the outcome', () => {
    const few = [...large('a'), alike('a', 2, { ...BASE, booked: 'yes', attended: 'yes' })];
    const { comparisons, merges } = findComparisons('controlled', few);
    expect(comparisons).toEqual(['a']);
    expect(merges?.levels).toMatchObject({ booked: 1, attended: 0, stratum: 0 });
    expect(merges?.after.smallest).toBe(42);
  });

  it('leaves one out where the outcome itself makes a few stand out, and takes the others', () => {
    const alone = [
      alike('z', 96, { ...BASE, attended: 'no' }),
      alike('z', 4, { ...BASE, attended: 'yes' }),
    ];
    expect(findComparisons('controlled', [...alone, ...large('a')]).comparisons).toEqual(['a']);
  });

  it('leaves one out that is of fewer people than any figure', () => {
    const small = [
      alike('a', 30, { ...BASE, attended: 'no' }),
      alike('a', 19, { ...BASE, attended: 'yes' }),
    ];
    expect(findComparisons('controlled', small).comparisons).toEqual([]);
    const enough = [...small, alike('a', 1, { ...BASE, attended: 'no' })];
    expect(findComparisons('controlled', enough).comparisons).toEqual(['a']);
  });
});
