import { z } from 'zod';
import { BAND_CODES } from '#lib/domain/screening/band.ts';
import { TIERS } from './tier.ts';

/** Instruments whose total a policy may have cut-offs for: those that ship with their wording. */
export const ROUTED_INSTRUMENTS = ['phq-9', 'gad-7', 'phq-4', 'phq-2', 'k10', 'k6'] as const;
export type RoutedInstrument = (typeof ROUTED_INSTRUMENTS)[number];

/** Lowest and highest total of each. */
export const TOTALS: Readonly<Record<RoutedInstrument, readonly [number, number]>> = {
  'phq-9': [0, 27],
  'gad-7': [0, 21],
  'phq-4': [0, 12],
  'phq-2': [0, 6],
  k10: [10, 50],
  k6: [0, 24],
};

const MOST_POINTS = 50;

const total = z.int().min(0).max(MOST_POINTS);
const shortText = z.string().trim().min(1).max(80);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const tier = z.enum(TIERS);
/** Offered beside the tier, e.g. company while waiting for an appointment. */
const alsoOpen = z.array(tier).max(TIERS.length);
const instrument = z.enum(ROUTED_INSTRUMENTS);

const rowSchema = z.strictObject({ id, from: total, to: total, tier, alsoOpen });

const tableSchema = z.strictObject({ instrument, rows: z.array(rowSchema).min(1).max(51) });

/**
 * What a rule may ask. Each is a threshold from which on it holds: more symptoms can never make a rule
 * stop holding, so no rule can lower a step.
 */
export const conditionSchema = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('total'), instrument, atLeast: total }),
  z.strictObject({ fact: z.literal('band'), instrument, atLeast: z.enum(BAND_CODES) }),
  z.strictObject({ fact: z.literal('item9'), atLeast: z.int().min(1).max(3) }),
  z.strictObject({ fact: z.literal('difficulty'), atLeast: z.int().min(1).max(3) }),
  z.strictObject({ fact: z.literal('recheck') }),
  /** Points worse than at the check before; -5 means "not better by 6 or more". */
  z.strictObject({
    fact: z.literal('change'),
    instrument,
    atLeast: z.int().min(-MOST_POINTS).max(MOST_POINTS),
  }),
  z.strictObject({ fact: z.literal('days_on_step'), tier, atLeast: z.int().min(1).max(365) }),
  z.strictObject({ fact: z.literal('in_care') }),
  z.strictObject({ fact: z.literal('signs') }),
]);

const raiseSchema = z.strictObject({
  id,
  when: z.array(conditionSchema).min(1).max(4),
  tier,
  alsoOpen,
});

const soundIds = (policy: {
  readonly tables: readonly {
    readonly instrument: string;
    readonly rows: readonly { id: string }[];
  }[];
  readonly raises: readonly { readonly id: string }[];
}) => {
  const ids = [...policy.tables.flatMap(({ rows }) => rows), ...policy.raises].map((one) => one.id);
  const tables = policy.tables.map((table) => table.instrument);
  return new Set(ids).size === ids.length && new Set(tables).size === tables.length;
};

/**
 * What leads where: cut-off tables for totals, rules that can only raise, and a default row for
 * everybody whom neither speaks of. Data that clinicians set. It has no word for the crisis floor.
 */
const currentSchema = z
  .strictObject({
    schema: z.literal(2),
    name: shortText,
    recheckAfterDays: z.int().min(1).max(90),
    tables: z.array(tableSchema).min(1).max(ROUTED_INSTRUMENTS.length),
    raises: z.array(raiseSchema).max(30),
    otherwise: z.strictObject({ tier, alsoOpen }),
    source: z.string().min(1).max(6000),
  })
  .refine(soundIds, { message: 'Two rules share an id, or two tables an instrument' });

export type Policy = z.infer<typeof currentSchema>;
export type PolicyTable = Policy['tables'][number];
export type PolicyRow = PolicyTable['rows'][number];
export type Raise = Policy['raises'][number];
export type Condition = z.infer<typeof conditionSchema>;

/** The first form of a policy: one table, for the PHQ-9. A version never changes, so old ones stay readable. */
const firstSchema = z.strictObject({
  schema: z.literal(1),
  name: shortText,
  recheckAfterDays: z.int().min(1).max(90),
  rules: z
    .array(z.strictObject({ ...rowSchema.shape, instrument: z.literal('phq-9') }))
    .max(28)
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length),
  source: z.string().min(1).max(2000),
});

/** Where nothing else speaks: too much care offered is the safe mistake. */
export const SAFE_OTHERWISE: Policy['otherwise'] = {
  tier: 'face_to_face',
  alsoOpen: ['guidance', 'community'],
};

/** Reads a policy of any age as one of today. */
export const policySchema = z.union([
  currentSchema,
  firstSchema.transform(
    ({ rules, schema: _schema, ...rest }): Policy => ({
      ...rest,
      schema: 2,
      tables: [{ instrument: 'phq-9', rows: rules.map(({ instrument: _, ...row }) => row) }],
      raises: [],
      otherwise: SAFE_OTHERWISE,
    }),
  ),
]);

/**
 * The same text for the same policy whatever the order of its keys; its hash is the version. A stored
 * document is hashed as it stands, not as it reads today.
 */
export function canonicalPolicy(document: unknown): string {
  return JSON.stringify(document, (_key, value: unknown) =>
    isRecord(value) ? sorted(value) : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
