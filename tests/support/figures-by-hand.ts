// The researchers' figures worked out of people one by one, and decision D15 applied to them.
import { expect } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { DIMENSIONS } from '#lib/domain/bridges/barriers.ts';
import { WINDOWS } from '#lib/domain/evaluation/cubes.ts';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import { type Figure, type Part, tableOf } from '#lib/domain/evaluation/figure.ts';
import { FUNNEL_GROUPS } from '#lib/domain/evaluation/funnel.ts';
import { followedTo, MARKS, type Told } from './told.ts';

type Stages = Parameters<typeof tableOf>[0];

export const GAP_STAGES: Stages = WINDOWS.flatMap((days, i) => [
  [`closed_${days}`, i === 0 ? null : `closed_${WINDOWS[i - 1]}`] as const,
  [`attended_${days}`, `closed_${days}`] as const,
  [`verified_${days}`, `attended_${days}`] as const,
  [`unheard_${days}`, `closed_${days}`] as const,
]);

/** Each of them has its rows, whether or not anybody is in one. */
export const GROUPS_KNOWN = {
  all: [],
  tier: ['guidance', 'community', 'face_to_face', 'none'],
  band: ['minimal', 'mild', 'moderate', 'moderately_severe', 'severe', 'none'],
  locale: ['en', 'zh-hans', 'zh-hant'],
  entry_point: ['poster', 'campus', 'direct'],
} as const;

/** What somebody adds to the table of the gap. */
export function gapPart(person: Told, group: string, today: Day): Part {
  const counts: Record<string, number> = {};
  for (const days of WINDOWS) {
    const closed = followedTo(person, today) >= days;
    const went = person.facts.attendedAt ?? 1_000;
    const heard = (person.facts.heardAt ?? 0) >= days;
    counts[`closed_${days}`] = Number(closed);
    counts[`attended_${days}`] = Number(closed && went <= days);
    counts[`verified_${days}`] = Number(closed && (person.codeAt ?? 1_000) <= days);
    counts[`unheard_${days}`] = Number(closed && went > days && !heard);
  }
  return { group, counts };
}

export const BARRIER_STAGES: Stages = [
  ['viewed', null],
  ['named', 'viewed'],
  ...DIMENSIONS.map((one) => [one, 'named'] as const),
];

/** What is in the way, by first offer; each offer has its rows, also where nobody is. */
export function barrierParts(people: readonly Told[]): readonly Part[] {
  const empty = FUNNEL_GROUPS.map((group) => ({ group, counts: {} }));
  const viewed = people.filter(({ row }) => row.viewedDay !== null);
  const parts = viewed.map(({ row: { barriersTop: first, firstTier } }) => {
    const counts = { viewed: 1, named: Number(first !== null), [first ?? '']: 1 };
    return { group: firstTier ?? 'none', counts };
  });
  return [...empty, ...parts];
}

/** What limits the figures: how many, and of how many. */
export function limitsOf(
  everyone: readonly Told[],
  today: Day,
): Readonly<Record<string, readonly [part: number, whole: number]>> {
  const agreed = everyone.filter(({ row }) => row.researchConsent);
  const count = (people: readonly Told[], is: (one: Told) => boolean) => people.filter(is).length;
  const finished = (one: Told) => MARKS.harm(one) !== null;
  const over = (days: number) => (one: Told) => followedTo(one, today) >= days;
  const intenders = agreed.filter((one) => one.intender === 'yes' && over(1)(one));
  const asked = agreed.filter(({ intender }) => intender !== 'not_asked');
  const went = agreed.filter(({ row }) => (row.attendedSelfDay ?? row.attendedCodeDay) !== null);
  return {
    agreed: [count(agreed, finished), count(everyone, finished)],
    closed_30: [count(intenders, over(30)), intenders.length],
    closed_90: [count(intenders, over(90)), intenders.length],
    asked: [count(asked, over(30)), count(agreed, over(30))],
    booked: [count(went, ({ row }) => row.bookedDay !== null), went.length],
  };
}

/** What is printed is the count to the nearest 5, what is under 10 is not, and of the others a good part is. */
export function expectRule(
  figure: Figure | undefined,
  stages: Stages,
  parts: readonly Part[],
  /** Each has its rows, whether or not anybody is in one. */
  known: readonly string[] = [],
): void {
  const { all, byGroup, groups, splitStages } = tableOf(stages, parts, known);
  const [shown, large] = [[] as string[], [] as string[]];
  for (const { group, stage, count } of figure?.lines ?? []) {
    const truth = (group === 'all' ? all : byGroup[group])?.[stage] ?? 0;
    const name = `${group} ${stage}`;
    if (truth >= LEAST_SHOWN) large.push(name);
    if (count.kind === 'suppressed') continue;
    shown.push(name);
    expect([name, count.value]).toEqual([name, roundCount(truth)]);
  }
  expect(figure?.lines).toHaveLength(stages.length + groups.length * splitStages.length);
  expect(large).toEqual(expect.arrayContaining(shown));
  expect(shown.length).toBeGreaterThan(large.length / 3);
}
