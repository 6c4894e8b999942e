import { describe, expect, it } from 'vitest';
import { BARRIER_CODES, type BarrierCode, dimensionOf } from '#lib/domain/bridges/barriers.ts';
import { POPULATIONS, TARGETS } from '#lib/domain/bridges/bridge.ts';
import { isAbout } from '#lib/domain/bridges/bridges.ts';
import { bundleFor, hasStaffVariant } from '#lib/domain/bridges/bundle.ts';
import { rankBarriers } from '#lib/domain/bridges/rank.ts';
import { OFFERED_CODES, STATEMENT_IDS, STATEMENTS } from '#lib/domain/bridges/statements.ts';

/** All ways to choose at most three of them. */
function upToThree<T>(all: readonly T[]): readonly (readonly T[])[] {
  const more = (from: readonly (readonly T[])[]) =>
    from.flatMap((some) =>
      all
        .slice(some.length === 0 ? 0 : all.indexOf(some.at(-1) as T) + 1)
        .map((one) => [...some, one]),
    );
  const one = more([[]]);
  const two = more(one);
  return [[], ...one, ...two, ...more(two)];
}

const INTENTIONS = [null, 1, 4, 5, 7] as const;
const OF_CODES = upToThree(BARRIER_CODES);
const OF_STATEMENTS = upToThree(STATEMENT_IDS).map((ids) =>
  ids.flatMap((id): readonly BarrierCode[] => STATEMENTS[id]),
);

function* everyBundle() {
  for (const codes of [...OF_CODES, ...OF_STATEMENTS]) {
    for (const intention of INTENTIONS) {
      for (const population of POPULATIONS) {
        const asked = { codes, intention, population };
        yield { ...asked, ideas: bundleFor(asked) };
      }
    }
  }
}

describe('every bundle, for every choice of up to three obstacles and every strength', () => {
  it('covers capability, opportunity and motivation and holds a structural part, no idea twice', () => {
    expect(OF_CODES).toHaveLength(1 + 33 + 528 + 5456);
    expect(OF_STATEMENTS).toHaveLength(1 + 12 + 66 + 220);
    const wrong: string[] = [];
    for (const { codes, intention, population, ideas } of everyBundle()) {
      const targets = new Set(ideas.map(({ bridge }) => bridge.target));
      const isStructural = ideas.some(
        ({ bridge }) => dimensionOf(bridge.barriers[0]) === 'structural',
      );
      const isWhole = TARGETS.every((target) => targets.has(target)) && isStructural;
      const isTwice = new Set(ideas.map(({ bridge }) => bridge.id)).size < ideas.length;
      if (!isWhole || isTwice || ideas.length > 9)
        wrong.push([codes, intention, population].join());
    }
    expect(wrong).toEqual([]);
  });

  it('has an idea for each obstacle that is asked about, and begins with the highest rank', () => {
    const wrong: string[] = [];
    for (const { codes, intention, population, ideas } of everyBundle()) {
      const offered = codes.filter((code) => OFFERED_CODES.includes(code));
      const isServed = offered.every((code) => ideas.some(({ bridge }) => isAbout(bridge, code)));
      const [first] = rankBarriers(offered, intention);
      const isFirst =
        offered.length < codes.length || first === undefined || ideas[0].barrier === first;
      if (!isServed || !isFirst) wrong.push([codes, intention, population].join());
    }
    expect(wrong).toEqual([]);
  });

  it('shows each idea for an obstacle that it is about, and says which the person named', () => {
    const wrong: string[] = [];
    for (const { codes, ideas } of everyBundle()) {
      for (const { bridge, barrier, dimension, named } of ideas) {
        const isTrue =
          isAbout(bridge, barrier) &&
          dimension === dimensionOf(barrier) &&
          named === codes.includes(barrier) &&
          named === codes.some((code) => isAbout(bridge, code));
        if (!isTrue) wrong.push(`${codes.join()}: ${bridge.id} for ${barrier}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the ideas for people who work in health care', () => {
  const of = (codes: readonly BarrierCode[], population: (typeof POPULATIONS)[number]) =>
    bundleFor({ codes, intention: 6, population }).map(({ bridge }) => bridge);

  it('come first where there are any, and are in no other bundle', () => {
    const codes = ['fear-label', 'privacy-fear', 'waiting'] as const;
    expect(hasStaffVariant(codes)).toBe(true);
    expect(of(codes, 'health_staff').map(({ population }) => population)).toContain('health_staff');
    for (const { population, ideas } of everyBundle()) {
      if (population === 'health_staff') continue;
      if (ideas.some(({ bridge }) => bridge.population !== 'general'))
        throw new Error('told to all');
    }
  });

  it('leave the bundle as it is where there are none', () => {
    expect(hasStaffVariant(['cost', 'waiting'])).toBe(false);
    expect(of(['cost', 'waiting'], 'health_staff')).toEqual(of(['cost', 'waiting'], 'general'));
  });
});
