import { expect, test } from 'vitest';
import { gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import {
  type Simulated,
  simulateBothArms,
  simulatePathway,
} from '#lib/domain/simulation/simulate.ts';
import { bandOf, POLICIES, SEED, share, simulateMany, WORLD } from '#tests/support/simulated.ts';

const N = 5000;
const WEB = simulateMany('web', N);
const attends = ({ truth }: Simulated) => truth.would_attend;

/** The same people and the same draws, with and without the mechanism. */
function pairs(scenario: ScenarioName) {
  return simulateMany(scenario, N).map((one, at) => ({ one, web: WEB[at] as Simulated }));
}

/** Whose truth or record is another one. */
const changed = (all: ReturnType<typeof pairs>) =>
  all.filter(
    ({ one, web }) =>
      one.truth.attended_day !== web.truth.attended_day ||
      JSON.stringify(one.transitions) !== JSON.stringify(web.transitions),
  );

test('satisfied by the result: why people stop changes, and who stops does not', () => {
  const all = pairs('satisfied-by-result');
  const stops = all.filter(({ one }) => !one.truth.engaged);
  const satisfied = (of: 'one' | 'web') => share(stops, (pair) => pair[of].truth.satisfied);
  expect(satisfied('one') - satisfied('web')).toBeGreaterThan(0.4);
  for (const { one, web } of all) expect(one.truth.engaged).toBe(web.truth.engaged);
  const facts = ({ transitions, truth }: Simulated) => gapFacts(transitions, truth.followed_day);
  const count = (of: 'one' | 'web', what: 'stoppedAtResult' | 'satisfiedByResult') =>
    all.filter((pair) => facts(pair[of])[what]).length;
  expect(count('one', 'stoppedAtResult')).toBe(count('web', 'stoppedAtResult'));
  expect(count('one', 'satisfiedByResult')).toBeGreaterThan(
    1.8 * count('web', 'satisfiedByResult'),
  );
});

test('causal substitution slows down those who use help without a name, and nobody else', () => {
  const all = pairs('substitution-causal');
  const users = all.filter(({ web }) => web.truth.used_days >= 2);
  expect(changed(all).every(({ web }) => web.truth.used_days >= 2)).toBe(true);
  const later = users.filter(
    ({ one, web }) => (one.truth.booked_day ?? Infinity) > (web.truth.booked_day ?? Infinity),
  );
  const sooner = users.filter(
    ({ one, web }) => (one.truth.booked_day ?? Infinity) < (web.truth.booked_day ?? Infinity),
  );
  expect(later.length).toBeGreaterThan(20);
  expect(sooner).toEqual([]);
});

test('substitution by selection makes users go less, although it changes nobody', () => {
  const all = pairs('substitution-selection');
  const gap = (of: 'one' | 'web') => {
    const goOn = all.map((pair) => pair[of]).filter(({ truth }) => truth.engaged);
    const uses = (one: Simulated) => one.truth.used_days >= 2;
    return (
      share(goOn.filter(uses), attends) -
      share(
        goOn.filter((one) => !uses(one)),
        attends,
      )
    );
  };
  expect(gap('one')).toBeLessThan(gap('web') - 0.03);
  // Who arranges a visit, and when, is as it was.
  const moved = all.filter(({ one, web }) => one.truth.booked_day !== web.truth.booked_day);
  expect(moved).toEqual([]);
});

test('asking about intention speeds up those who are asked; one in ten is not', () => {
  const all = pairs('question-behaviour');
  const asked = share(all, ({ one }) => one.truth.asked);
  expect(Math.abs(asked - 0.9)).toBeLessThan(bandOf(0.9, N));
  for (const { one } of all) if (!one.truth.asked) expect(one.row.intentionBefore).toBeNull();
  const booked = (of: 'one' | 'web') =>
    share(
      all.filter(({ one }) => one.truth.asked),
      (pair) => pair[of].truth.booked_day !== null,
    );
  expect(booked('one')).toBeGreaterThan(booked('web') + 0.01);
  const not = all.filter(({ one }) => !one.truth.asked);
  expect(not.every(({ one, web }) => one.truth.booked_day === web.truth.booked_day)).toBe(true);
});

/** What the same people would do in each of the two arms. */
function bothArms(scenario: ScenarioName, count = N) {
  return Array.from({ length: count }, (_, index) =>
    ([0, 1] as const).map((arm) => simulatePathway(WORLD, { scenario, seed: SEED, index }, arm)),
  ) as [Simulated, Simulated][];
}

test('the arm that leads to a plan makes plans, and through them visits', () => {
  const all = bothArms('plan-arm');
  const planned = (arm: 0 | 1) => share(all, (both) => both[arm].truth.planned);
  expect(planned(1)).toBeGreaterThan(planned(0) + 0.05);
  for (const [without, with_] of all) {
    if (without.truth.planned === with_.truth.planned) {
      expect(with_.truth.attended_day).toBe(without.truth.attended_day);
    }
  }
  expect(all.filter(([, one]) => attends(one)).length).toBeGreaterThan(
    all.filter(([one]) => attends(one)).length,
  );
});

test('the arm that harms slows seeking down and makes later checks worse', () => {
  const all = bothArms('harm-arm');
  const went = (arm: 0 | 1) => share(all, (both) => attends(both[arm]));
  expect(went(1)).toBeLessThan(went(0) - 0.03);
  const worse = all.filter(([one, harmed]) => harmed.truth.theta_last > one.truth.theta_last);
  const better = all.filter(([one, harmed]) => harmed.truth.theta_last < one.truth.theta_last);
  expect(worse.length).toBeGreaterThan(10 * better.length);
});

test('what is true of one arm tells what the other would have done', () => {
  const effect = (all: readonly Simulated[]) => {
    const went = ({ truth }: Simulated, arm: 0 | 1) =>
      (truth.arm === arm ? truth.attended_day : truth.attended_day_other_arm) !== null;
    return share(all, (one) => went(one, 1)) - share(all, (one) => went(one, 0));
  };
  for (const scenario of ['plan-arm', 'harm-arm'] as const) {
    const both = bothArms(scenario, 1500);
    const expected = share(both, ([, one]) => attends(one)) - share(both, ([one]) => attends(one));
    const told = Array.from({ length: 1500 }, (_, index) =>
      simulateBothArms(WORLD, { scenario, seed: SEED, index }),
    );
    expect(effect(told)).toBeCloseTo(expected, 12);
    expect(expected).not.toBe(0);
  }
  expect(effect(WEB)).toBe(0);
});

test('in every other scenario the arm does nothing', () => {
  for (const scenario of ['web', 'clock-skew'] as const) {
    for (const index of [3, 14, 159]) {
      const in_ = ([0, 1] as const).map((arm) =>
        simulatePathway(WORLD, { scenario, seed: SEED, index }, arm),
      );
      expect(in_[0]?.transitions).toEqual(in_[1]?.transitions);
    }
  }
});

test('a sample ratio mismatch is seen among those with a result, and nowhere before', () => {
  const armOf = (all: readonly Simulated[]) => share(all, ({ truth }) => truth.arm === 1);
  const viewed = (all: readonly Simulated[]) => all.filter(({ row }) => row.viewedDay !== null);
  const lost = simulateMany('sample-ratio', N);
  expect(armOf(viewed(lost))).toBeLessThan(0.5 - bandOf(0.5, viewed(lost).length));
  for (const all of [lost, viewed(WEB)]) {
    expect(Math.abs(armOf(all) - 0.5)).toBeLessThan(bandOf(0.5, all.length));
  }
});

test('who has not been to a visit answers less, and who has answers as before', () => {
  const all = pairs('silent-without-visit');
  const answers = ({ transitions }: Simulated) =>
    transitions.filter(({ step }) => step === 'checkin.answered').length;
  const sum = (of: 'one' | 'web', went: boolean) =>
    all
      .filter(({ web }) => attends(web) === went)
      .reduce((total, pair) => total + answers(pair[of]), 0);
  expect(sum('one', false) / sum('web', false)).toBeLessThan(0.5);
  expect(sum('one', true) / sum('web', true)).toBeGreaterThan(
    sum('one', false) / sum('web', false),
  );
});

test('a wrong clock moves days by one, and nothing else', () => {
  const all = pairs('clock-skew');
  const skewed = all.filter(({ one }) => one.truth.skewed);
  expect(Math.abs(skewed.length / N - 0.1)).toBeLessThan(bandOf(0.1, N));
  expect(changed(all).every(({ one }) => one.truth.skewed)).toBe(true);
  const steps = ({ transitions }: Simulated) => transitions.map(({ step }) => step).join();
  // A rule of the product that counts days may fall on another one: then other steps follow.
  const same = skewed.filter(({ one, web }) => steps(one) === steps(web));
  expect(same.length).toBeGreaterThan(0.95 * skewed.length);
  const moved = same.flatMap(({ one, web }) =>
    one.transitions.map(({ day }, at) => day - (web.transitions[at]?.day ?? 0)),
  );
  expect(new Set(moved)).toEqual(new Set([0, 1]));
});

test('from the middle on another policy places people', () => {
  const hashes = (all: readonly Simulated[]) =>
    new Set(all.flatMap(({ transitions }) => transitions.flatMap((one) => one.policyHash ?? [])));
  const [before, after] = POLICIES.map(({ hash }) => hash);
  const middle = WORLD.today - WORLD.days / 2;
  const all = simulateMany('policy-switch', N);
  expect(hashes(WEB)).toEqual(new Set([before]));
  expect(hashes(all.filter(({ start }) => start > middle))).toEqual(new Set([after]));
  const early = all.filter(({ start }) => start < middle);
  const first = early.map(({ transitions }) => transitions.slice(0, 5));
  expect(new Set(first.flat().flatMap((one) => one.policyHash ?? []))).toEqual(new Set([before]));
  expect(hashes(early)).toEqual(new Set([before, after]));
});
