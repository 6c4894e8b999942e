// Comparisons by chance, simulated with the difference at hand: what is found of arms that do the same, of one that
// helps, of one that harms, and of one that people get lost from.
import { describe, expect, test } from 'vitest';
import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Counts, Limits } from '#lib/domain/evaluation/statistics/counts.ts';
import { riskDifference } from '#lib/domain/evaluation/statistics/newcombe.ts';
import type { TrialCounts } from '#lib/domain/evaluation/trials/counts.ts';
import {
  effectOf,
  harmedArms,
  isUneven,
  leastDifference,
} from '#lib/domain/evaluation/trials/judge.ts';
import {
  ANALYSES,
  HARM_LEVEL,
  LEVEL,
  type Registration,
  templates,
  UNEVEN_LEVEL,
} from '#lib/domain/evaluation/trials/registration.ts';
import { NIGHTLY } from '#tests/support/nightly.ts';
import { type Both, comparisonOf, countsOf, peopleOf, risksOf } from './both-arms.ts';
import { dataSet, TODAY } from './data-sets.ts';

const [, template] = templates(TODAY);
if (!template) throw new Error('no template');
const registered: Registration = { ...template, planned: 2000 };
const fixed: Registration = { ...registered, analysis: 'fixed' };
const RUNS = NIGHTLY ? 1000 : 60;
const LOOKS = 100;
const SEED = 20_261_126;
const PATHWAYS = NIGHTLY ? 100_000 : 6_000;
const POWER = 0.8;
/** Of the large figures at night, in ms. */
const HOUR = 3_600_000;

/** Half a 99.9 % Monte-Carlo band of a share of the runs (ruling R18). */
const error = (p: number) => 3.2905 * Math.sqrt((p * (1 - p)) / RUNS);

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean) =>
  all.filter(is).length / all.length;
const excludesNone = (limits: Limits | null) => (limits?.lo ?? 0) > 0 || (limits?.hi ?? 0) < 0;

type Look = readonly TrialCounts[];

/** The primary outcome at a look, of counts as they are printed; null where one is hidden (decision D15). */
function effectAt(registration: Registration, look: Look, runs: boolean) {
  const [first, second] = look.map(({ attended: x, followed: n }) =>
    Math.min(x, n) < LEAST_SHOWN ? null : { x: roundCount(x), n: roundCount(n) },
  );
  return first && second ? effectOf(registration, [first, second], runs) : null;
}

/** So many comparisons of these people, each as its looks. */
function comparisons(people: readonly Both[], registration: Registration, equal: boolean) {
  return Array.from({ length: RUNS }, (_, number): readonly Look[] => [
    ...comparisonOf(people, registration, { seed: SEED, number, looks: LOOKS, equal }),
  ]);
}

const people = peopleOf(registered, { scenario: 'plan-arm', seed: SEED, pathways: PATHWAYS });
const [tried, control] = risksOf(people, 'attended');
console.log({ people: people.length, tried, control });

describe('two arms that do the same', () => {
  const runs = comparisons(people, registered, true);

  test('looked at 100 times, at most 5 of 100 comparisons seem to differ', () => {
    const found = shareOf(runs, (looks) =>
      looks.some((look) => excludesNone(effectAt(registered, look, true))),
    );
    console.log('equal arms differ at some look', found);
    expect(found).toBeLessThanOrEqual(LEVEL + (NIGHTLY ? 0 : error(LEVEL)));
  });

  test('an interval made for one look would find something in far more', () => {
    const found = shareOf(runs, (looks) =>
      looks.some((look) => excludesNone(riskDifference(...attendedIn(look), 1 - LEVEL))),
    );
    console.log('equal arms differ at some look, by an interval for one', found);
    expect(found).toBeGreaterThan(0.15);
  });

  test('looked at once at the end, or as often as planned, it is 5 of 100 as well', () => {
    const once = shareOf(runs, (looks) => excludesNone(effectAt(fixed, looks.at(-1) ?? [], false)));
    const grouped: Registration = { ...registered, analysis: 'group_sequential', looks: 4 };
    const four = shareOf(runs, (looks) =>
      looks
        .filter((_look, at) => (at + 1) % (LOOKS / 4) === 0)
        .some((look) => excludesNone(effectAt(grouped, look, false))),
    );
    console.log('equal arms differ', { once, four });
    for (const found of [once, four]) expect(found).toBeLessThan(LEVEL + error(LEVEL));
  });

  test('the rule for harm stops at most one of ten', () => {
    const stopped = shareOf(runs, (looks) =>
      looks.some((look) => harmedArms(look, registered.arms).length > 0),
    );
    console.log('equal arms stopped for harm at some look', stopped);
    expect(stopped).toBeLessThanOrEqual(HARM_LEVEL);
  });

  test('the sample-ratio check stays silent', () => {
    const ever = shareOf(runs, (looks) => looks.some((look) => isUneven(look, registered.arms)));
    console.log('equal arms called uneven at some look', ever);
    expect(ever).toBeLessThanOrEqual(UNEVEN_LEVEL);
  });
});

const attendedIn = (look: Look) =>
  look.map(({ attended: x, followed: n }) => ({ x, n })) as unknown as readonly [Counts, Counts];

describe('an arm that leads to a plan', () => {
  test('the interval holds its difference at every one of 100 looks', () => {
    const held = shareOf(comparisons(people, registered, false), (looks) =>
      looks.every((look) => {
        const { lo = null, hi = null } = effectAt(registered, look, true) ?? {};
        const difference = tried - control;
        return (lo ?? -1) <= difference && difference <= (hi ?? 1);
      }),
    );
    console.log('the difference held at every look', held);
    expect(held).toBeGreaterThanOrEqual(1 - LEVEL - (NIGHTLY ? 0 : error(LEVEL)));
  });
});

describe('the least difference that a registration says it would show', () => {
  const least = (analysis: Registration['analysis']): Registration => ({
    ...template,
    analysis,
    planned: 1000,
    looks: analysis === 'group_sequential' ? 4 : 1,
  });
  const found = (as: Registration, looks: readonly Look[]) =>
    looks.some((look) => excludesNone(effectAt(as, look, false)));

  test.each(ANALYSES)('is found as often as it says, judged once at the end: %s', (analysis) => {
    const registration = least(analysis);
    const at = shareOf(comparisons(apartBy(registration), registration, false), (looks) =>
      found(registration, looks.slice(-1)),
    );
    console.log('the least difference found', { analysis, at });
    expect(Math.abs(at - POWER)).toBeLessThan(error(POWER) + 0.01);
  });

  test('of one look is found far less often where anybody may look at any time', () => {
    const registration = least('always_valid');
    const runs = comparisons(apartBy(least('fixed')), registration, false);
    const end = shareOf(runs, (looks) => found(registration, looks.slice(-1)));
    const ever = shareOf(runs, (looks) => found(registration, looks));
    console.log('the least difference of one look, found in a sequence', { end, ever });
    expect(end).toBeLessThan(0.5);
    expect(ever).toBeLessThan(0.5);
  });
});

/** People of whom just so many more go in the first arm as the registration would show. */
function apartBy(registration: Registration): readonly Both[] {
  const many = 10_000;
  const share = registration.expected.control / 100;
  const goes = (i: number, more: number) => ({
    attended: i < many * (share + more),
    harmed: false,
  });
  const more = leastDifference(registration) ?? 0;
  return Array.from({ length: many }, (_, i): Both => [goes(i, more), goes(i, 0)]);
}

test('an arm that harms is stopped before the end of what was planned', () => {
  const harmed = peopleOf(registered, { scenario: 'harm-arm', seed: SEED, pathways: PATHWAYS });
  const power = (planned: number) =>
    shareOf(comparisons(harmed, { ...registered, planned }, false), (looks) =>
      looks.some((look) => harmedArms(look, registered.arms).length > 0),
    );
  const found = { planned1000: power(1000), planned2000: power(2000) };
  console.log('harm', { people: harmed.length, risks: risksOf(harmed, 'harmed'), ...found });
  expect(found.planned1000).toBeGreaterThan(POWER - (NIGHTLY ? 0 : error(POWER)));
  expect(found.planned2000).toBeGreaterThan(0.95);
});

test(
  'a quarter of an arm that gets lost is found',
  () => {
    const sets = Array.from({ length: NIGHTLY ? 500 : 6 }, (_, seed) =>
      dataSet({ scenario: 'sample-ratio' }, seed + 1)
        .filter(({ row }) => row.viewedDay !== null)
        .map(({ truth }) => truth.arm),
    );
    const isFound = (arms: readonly (0 | 1)[]) => {
      const look = ([1, 0] as const).map((arm, i) => {
        const assigned = arms.filter((one) => one === arm).length;
        return countsOf(registered, i, { assigned, attended: 0, harmed: 0 });
      });
      return isUneven(look, registered.arms);
    };
    const ofTwo = sets
      .filter((_, i) => i % 2 === 0)
      .map((one, i) => [...one, ...(sets[2 * i + 1] ?? [])]);
    const found = { ofOne: shareOf(sets, isFound), ofTwo: shareOf(ofTwo, isFound) };
    console.log('a quarter lost is found', { people: sets[0]?.length, ...found });
    expect(found.ofTwo).toBeGreaterThanOrEqual(0.99);
  },
  HOUR,
);
