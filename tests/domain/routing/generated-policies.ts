import fc from 'fast-check';
import { ASKS, readAsk } from '#lib/domain/routing/draft/asks.ts';
import {
  type Condition,
  type Policy,
  type PolicyTable,
  ROUTED_INSTRUMENTS,
  type RoutedInstrument,
  TOTALS,
} from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import type { LivePolicy } from '#lib/domain/routing/route.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const tier = fc.constantFrom(...TIERS);
const alsoOpen = fc.uniqueArray(tier, { maxLength: 3 });
const step = fc.record({ tier, alsoOpen });
const recheckAfterDays = fc.integer({ min: 1, max: 90 });

/** Cut-offs in order, no gap, no overlap, tiers that never fall. */
export function soundTable(instrument: RoutedInstrument): fc.Arbitrary<PolicyTable> {
  const [lowest, highest] = TOTALS[instrument];
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: lowest + 1, max: highest }), { maxLength: 6 }),
      steps: fc.array(step, { minLength: 7, maxLength: 7 }),
      shuffle: fc.boolean(),
    })
    .map(({ cuts, steps, shuffle }) => {
      const starts = [lowest, ...cuts.toSorted((a, b) => a - b)];
      const rising = steps.toSorted((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
      const rows = starts.map((from, i) => ({
        id: `${instrument}-row-${i}`,
        from,
        to: (starts[i + 1] ?? highest + 1) - 1,
        tier: rising[i]?.tier ?? ('face_to_face' as const),
        alsoOpen: rising[i]?.alsoOpen ?? [],
      }));
      return { instrument, rows: shuffle ? rows.toReversed() : rows };
    });
}

const policyOf = (part: Partial<Policy>): Policy => ({
  schema: 2,
  name: 'generated',
  recheckAfterDays: 14,
  source: 'generated',
  tables: [],
  raises: [],
  otherwise: { tier: 'guidance', alsoOpen: [] },
  ...part,
});

/** One table, for the PHQ-9, and no rule beside it. */
export const soundPolicies: fc.Arbitrary<Policy> = fc
  .record({ table: soundTable('phq-9'), recheckAfterDays, otherwise: step })
  .map(({ table, ...rest }) => policyOf({ ...rest, tables: [table] }));

/** Any condition that can be asked. */
export const conditions: fc.Arbitrary<Condition> = fc
  .constantFrom(...ASKS)
  .chain(({ ask, number }) =>
    (number === null ? fc.constant(0) : fc.integer({ min: number.from, max: number.to })).map(
      (value) => readAsk({ ask, atLeast: String(value) }) as Condition,
    ),
  );

const raises = fc
  .array(fc.record({ when: fc.array(conditions, { minLength: 1, maxLength: 4 }), step }), {
    maxLength: 6,
  })
  .map((rules) => rules.map(({ when, step: to }, i) => ({ id: `raise-${i}`, when, ...to })));

/** Tables for some forms, rules that ask anything, a default row. */
export const rulePolicies: fc.Arbitrary<Policy> = fc
  .record({
    tables: fc
      .subarray([...ROUTED_INSTRUMENTS], { minLength: 1 })
      .chain((instruments) => fc.tuple(...instruments.map(soundTable))),
    raises,
    otherwise: step,
    recheckAfterDays,
  })
  .map((parts) => policyOf(parts));

/** Well-formed rows anywhere: mostly with gaps, overlaps, ranges turned round, tiers that fall. */
export const anyRules: fc.Arbitrary<Policy> = fc
  .record({
    rows: fc.array(fc.record({ from: fc.nat(27), to: fc.nat(27), tier, alsoOpen }), {
      minLength: 1,
      maxLength: 8,
    }),
    raises,
    recheckAfterDays,
  })
  .map(({ rows, ...rest }) => {
    const named = rows.map((row, i) => ({ id: `row-${i}`, ...row }));
    return policyOf({ ...rest, tables: [{ instrument: 'phq-9', rows: named }] });
  });

/** As it was written before there were tables and rules. */
export function firstSchema(policy: Policy): object {
  const rows = policy.tables.find(({ instrument }) => instrument === 'phq-9')?.rows ?? [];
  const { tables: _, raises: __, otherwise: ___, ...rest } = policy;
  const rules = rows.map((row) => ({ instrument: 'phq-9', ...row }));
  return { ...rest, schema: 1, rules };
}

/** Sound but for one part that is gone or replaced by rubbish. */
const damaged: fc.Arbitrary<unknown> = fc
  .tuple(
    rulePolicies,
    fc.constantFrom('schema', 'name', 'recheckAfterDays', 'tables', 'raises', 'otherwise'),
    fc.oneof(fc.constant(undefined), fc.jsonValue()),
  )
  .map(([policy, key, value]) => ({ ...policy, [key]: value }));

const lowering: fc.Arbitrary<unknown> = rulePolicies.map((policy) => ({
  ...policy,
  crisisFloor: false,
  floor: 'guidance',
  raises: policy.raises.map((rule) => ({ ...rule, tier: 'guidance', lowers: true })),
}));

const boom = (): never => {
  throw new Error('boom');
};

/** Sound to look at, but a part throws when it is read. */
function sabotage(policy: Policy, where: string): unknown {
  if (where === 'proxy') return new Proxy(policy, { get: boom, has: boom, ownKeys: boom });
  const trap = (target: object, key: string) =>
    Object.defineProperty({ ...target }, key, { get: boom, enumerable: true });
  return where === 'table'
    ? { ...policy, tables: [trap(policy.tables[0] ?? {}, 'rows')] }
    : trap(policy, where);
}

const hash = fc.constantFrom('0'.repeat(64), 'f'.repeat(64));
const where = fc.constantFrom('tables', 'schema', 'recheckAfterDays', 'raises', 'proxy', 'table');

/** Made only when it is used: the generator itself must not trip over what throws. */
type MakeLive = () => LivePolicy | null;
const live = (policies: fc.Arbitrary<unknown>): fc.Arbitrary<MakeLive> =>
  fc.record({ policy: policies, hash }).map((made) => () => made);
const throwingPart = fc.tuple(rulePolicies, where, hash).map(
  ([policy, part, name]): MakeLive =>
    () => ({ policy: sabotage(policy, part), hash: name }),
);
const throwingWhole = fc.record({ policy: rulePolicies, hash }).map(
  (target): MakeLive =>
    () =>
      new Proxy(target, { get: boom, has: boom }),
);

/** What the store might hand over: whole, broken, missing, or throwing as it is read. */
export const anyLive: fc.Arbitrary<MakeLive> = fc.oneof(
  { weight: 6, arbitrary: live(rulePolicies) },
  { weight: 3, arbitrary: live(soundPolicies.map(firstSchema)) },
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
