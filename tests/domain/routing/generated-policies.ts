import fc from 'fast-check';
import type { Policy, PolicyRule } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import type { LivePolicy } from '#lib/domain/routing/route.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const tier = fc.constantFrom(...TIERS);
const alsoOpen = fc.uniqueArray(tier, { maxLength: 3 });
const total = fc.nat(27);
const recheckAfterDays = fc.integer({ min: 1, max: 90 });

const policyOf = (
  rules: readonly Omit<PolicyRule, 'id' | 'instrument'>[],
  days: number,
): Policy => ({
  schema: 1,
  name: 'generated',
  recheckAfterDays: days,
  source: 'generated',
  rules: rules.map((rule, i) => ({ id: `rule-${i}`, instrument: 'phq-9', ...rule })),
});

/** Sound: cut-offs in order, no gap, no overlap, tiers that never fall. */
export const soundPolicies: fc.Arbitrary<Policy> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 27 }), { maxLength: 6 }),
    tiers: fc.array(fc.record({ tier, alsoOpen }), { minLength: 7, maxLength: 7 }),
    shuffle: fc.boolean(),
    recheckAfterDays,
  })
  .map(({ cuts, tiers, shuffle, recheckAfterDays: days }) => {
    const starts = [0, ...cuts.toSorted((a, b) => a - b)];
    const rising = tiers.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
    const rules = starts.map((from, i) => ({
      from,
      to: (starts[i + 1] ?? 28) - 1,
      tier: rising[i]?.tier ?? ('face_to_face' as const),
      alsoOpen: rising[i]?.alsoOpen ?? [],
    }));
    return policyOf(shuffle ? rules.toReversed() : rules, days);
  });

/** Well-formed rules anywhere: mostly with gaps, overlaps, ranges turned round, tiers that fall. */
export const anyRules: fc.Arbitrary<Policy> = fc
  .tuple(
    fc.array(fc.record({ from: total, to: total, tier, alsoOpen }), { maxLength: 8 }),
    recheckAfterDays,
  )
  .map(([rules, days]) => policyOf(rules, days));

/** Sound but for one part that is gone or replaced by rubbish. */
const damaged: fc.Arbitrary<unknown> = fc
  .tuple(
    soundPolicies,
    fc.constantFrom('schema', 'name', 'recheckAfterDays', 'rules', 'source'),
    fc.oneof(fc.constant(undefined), fc.jsonValue()),
  )
  .map(([policy, key, value]) => ({ ...policy, [key]: value }));

const lowering: fc.Arbitrary<unknown> = soundPolicies.map((policy) => ({
  ...policy,
  crisisFloor: false,
  floor: 'guidance',
  rules: policy.rules.map((rule) => ({ ...rule, item9: 3, tier: 'guidance' })),
}));

const boom = (): never => {
  throw new Error('boom');
};

/** Sound to look at, but a part throws when it is read. */
function sabotage(policy: Policy, where: string): unknown {
  if (where === 'proxy') return new Proxy(policy, { get: boom, has: boom, ownKeys: boom });
  const trap = (target: object, key: string) =>
    Object.defineProperty({ ...target }, key, { get: boom, enumerable: true });
  return where === 'rule'
    ? { ...policy, rules: [trap(policy.rules[0] ?? {}, 'tier')] }
    : trap(policy, where);
}

const hash = fc.constantFrom('0'.repeat(64), 'f'.repeat(64));
const where = fc.constantFrom('rules', 'schema', 'recheckAfterDays', 'proxy', 'rule');

/** Made only when it is used: the generator itself must not trip over what throws. */
type MakeLive = () => LivePolicy | null;
const live = (policies: fc.Arbitrary<unknown>): fc.Arbitrary<MakeLive> =>
  fc.record({ policy: policies, hash }).map((made) => () => made);
const throwingPart = fc.tuple(soundPolicies, where, hash).map(
  ([policy, part, name]): MakeLive =>
    () => ({ policy: sabotage(policy, part), hash: name }),
);
const throwingWhole = fc.record({ policy: soundPolicies, hash }).map(
  (target): MakeLive =>
    () =>
      new Proxy(target, { get: boom, has: boom }),
);

/** What the store might hand over: whole, broken, missing, or throwing as it is read. */
export const anyLive: fc.Arbitrary<MakeLive> = fc.oneof(
  { weight: 6, arbitrary: live(soundPolicies) },
  { weight: 3, arbitrary: live(anyRules) },
  { weight: 3, arbitrary: live(damaged) },
  { weight: 2, arbitrary: live(lowering) },
  { weight: 2, arbitrary: throwingPart },
  { weight: 1, arbitrary: throwingWhole },
  { weight: 1, arbitrary: live(fc.anything()) },
  { weight: 1, arbitrary: live(fc.constantFrom(...PRESETS.map(({ policy }) => policy))) },
  {
    weight: 1,
    arbitrary: fc.anything().map(
      (rubbish): MakeLive =>
        () =>
          rubbish as LivePolicy,
    ),
  },
  { weight: 1, arbitrary: fc.constant<MakeLive>(() => null) },
);
