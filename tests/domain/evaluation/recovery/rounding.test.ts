// Groups that do the same, printed as counts rounded to 5: how often a difference is read from them that is none.
import { describe, expect, test } from 'vitest';
import { type Disclosed, LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { rateOf } from '#lib/domain/evaluation/funnel-lines.ts';
import { compareLatest } from '#lib/domain/evaluation/gap-compared.ts';
import type { Counts, Limits } from '#lib/domain/evaluation/statistics/counts.ts';
import { effectOf } from '#lib/domain/evaluation/trials/judge.ts';
import { LEVEL, type Registration, templates } from '#lib/domain/evaluation/trials/registration.ts';
import { subgroupsOf } from '#lib/domain/evaluation/trials/subgroups.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { randomFrom } from '../tables.ts';
import { TODAY } from '../trials/counts.ts';

const [, template] = templates(TODAY);
if (!template) throw new Error('no template');
const two: Registration = template;

const RUNS = NIGHTLY ? 20_000 : 2_000;
const GOES = [0.3, 0.4, 0.5] as const;
/** People of two groups together. */
const PEOPLE = [50, 60, 80, 100, 150, 200] as const;
/** Half a 99.9 % Monte-Carlo band of a share of so many (ruling R18). */
const error = (of: number) => 3.2905 * Math.sqrt((LEVEL * (1 - LEVEL)) / of);
/** With fewer of them a share of what is printed says little. */
const ENOUGH = 200;

type Pair = readonly [Counts, Counts];
const excludesNone = ({ lo, hi }: Limits) => (lo ?? 0) > 0 || (hi ?? 0) < 0;
const isShown = (counts: Pair) => counts.every(({ x, n }) => Math.min(x, n) >= LEAST_SHOWN);
const printed = ([first, second]: Pair): Pair => [rounded(first), rounded(second)];
const rounded = ({ x, n }: Counts): Counts => ({ x: roundCount(x), n: roundCount(n) });
const cell = (count: number): Disclosed =>
  count < LEAST_SHOWN ? { kind: 'suppressed' } : { kind: 'shown', value: roundCount(count) };

/** Two groups into which chance deals so many people, all of whom go with the same chance; as they are after each part. */
function dealt(random: () => number, people: number, goes: number, parts = 1): readonly Pair[] {
  const newSum = () => ({ x: 0, n: 0 });
  const sums = [newSum(), newSum()] as const;
  return Array.from({ length: parts }, (_, part) => {
    const until = Math.floor((people * (part + 1)) / parts);
    for (let i = sums[0].n + sums[1].n; i < until; i += 1) {
      const group = sums[random() < 0.5 ? 0 : 1];
      group.n += 1;
      group.x += Number(random() < goes);
    }
    return [{ ...sums[0] }, { ...sums[1] }] as const;
  });
}

/** The share of what is printed in which something is found, at each number of people and each chance to go. */
function found(
  name: string,
  seed: number,
  /** Null: hidden. */
  isFound: (random: () => number, people: number, goes: number) => boolean | null,
  sizes: readonly number[] = PEOPLE,
) {
  const random = randomFrom(seed);
  const all = sizes.flatMap((people) =>
    GOES.map((goes) => {
      const runs = Array.from({ length: RUNS }, () => isFound(random, people, goes));
      const shown = runs.filter((one) => one !== null);
      return {
        people,
        goes,
        shown: shown.length,
        share: shown.filter(Boolean).length / shown.length,
      };
    }),
  );
  const told = all.filter(({ shown }) => shown >= ENOUGH);
  const most = told.toSorted((a, b) => b.share - a.share)[0];
  console.log(name, { designs: told.length, most });
  return told;
}

function expectAtMost(all: ReturnType<typeof found>) {
  expect(all.length).toBeGreaterThan(2);
  for (const { share, shown, ...design } of all) {
    expect(share, JSON.stringify(design)).toBeLessThanOrEqual(LEVEL + error(shown));
  }
}

describe('in two arms that do the same a difference is found in at most 5 of 100', () => {
  test.each(['fixed', 'always_valid'] as const)('judged once: %s', (analysis) => {
    const all = found(analysis, 81, (random, people, goes) => {
      const [counts] = dealt(random, people, goes) as [Pair];
      const registration = { ...two, analysis, planned: people };
      return isShown(counts) ? excludesNone(effectOf(registration, printed(counts))) : null;
    });
    expectAtMost(all);
  });

  test('judged at both of two looks', () => {
    const all = found(
      'group-sequential',
      82,
      (random, people, goes) => {
        const registration: Registration = { ...two, analysis: 'group_sequential', looks: 2 };
        const looks = dealt(random, people, goes, 2);
        if (!looks.some(isShown)) return null;
        return looks.some(
          (counts) =>
            isShown(counts) &&
            excludesNone(effectOf({ ...registration, planned: people }, printed(counts))),
        );
      },
      [80],
    );
    expectAtMost(all);
  });
});

describe('of groups looked at apart', () => {
  const bands = ['mild', 'moderate'] as const;
  const registration: Registration = {
    ...{ ...two, subgroups: ['band'] },
    population: { ...two.population, bands: [...bands] },
  };
  /** What is printed of two groups, each of so many people in both arms. */
  const groupsOf = (random: () => number, people: number, goes: number) => {
    const keys = bands.flatMap((band) => {
      const [counts] = dealt(random, people, goes) as [Pair];
      return counts.flatMap(({ x, n }, arm) => {
        const key = `${registration.arms[arm]?.way} band=${band}`;
        return [[`${key} followed`, cell(n)] as const, [`${key} attended`, cell(x)] as const];
      });
    });
    const cells = new Map<string, Disclosed>(keys);
    return subgroupsOf(registration, (key) => cells.get(key) ?? cell(0))[0];
  };

  test('each that does the same has a difference in at most 5 of 100', () => {
    const all = found('subgroup', 83, (random, people, goes) => {
      const effect = groupsOf(random, people, goes)?.groups[0]?.effect ?? null;
      return effect && excludesNone(effect);
    });
    expectAtMost(all);
  });

  test('two that are alike are told apart in at most 5 of 100', () => {
    const all = found('apart', 84, (random, people, goes) => {
      const apart = groupsOf(random, people, goes)?.apart ?? null;
      return apart && apart.length > 0;
    });
    expectAtMost(all);
  });
});

test('the latest two policy versions, where people do the same, differ in at most 5 of 100', () => {
  const all = found('policy versions', 85, (random, people, goes) => {
    const [counts] = dealt(random, people, goes) as [Pair];
    const lines = counts.map(({ x, n }, i) => ({
      ...{ group: `v${i}`, stage: 'attended_30', of: 'closed_30', count: cell(x), outOf: cell(n) },
      ...rateOf(cell(x), cell(n)),
    }));
    const contrast = compareLatest({ name: 'gap', lines }, ['v0', 'v1']);
    return contrast && excludesNone(contrast);
  });
  expectAtMost(all);
});
