import { z } from 'zod';
import { TIERS } from './tier.ts';

/** The highest total that a rule can speak of: nine items of 0 to 3. */
export const MAX_TOTAL = 27;

const total = z.int().min(0).max(MAX_TOTAL);
const shortText = z.string().trim().min(1).max(80);

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  instrument: z.literal('phq-9'),
  from: total,
  to: total,
  tier: z.enum(TIERS),
  /** Offered beside the tier, e.g. company while waiting for an appointment. */
  alsoOpen: z.array(z.enum(TIERS)).max(TIERS.length),
});

/** Which total leads to which tier: data that a clinician sets. It has no word for the crisis floor. */
export const policySchema = z.strictObject({
  schema: z.literal(1),
  name: shortText,
  recheckAfterDays: z.int().min(1).max(90),
  rules: z
    .array(ruleSchema)
    .max(28)
    .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, {
      message: 'Two rules share an id',
    }),
  source: z.string().min(1).max(2000),
});

export type Policy = z.infer<typeof policySchema>;
export type PolicyRule = Policy['rules'][number];

/** The same text for the same policy whatever the order of its keys; its hash is the version. */
export function canonicalPolicy(policy: Policy): string {
  return JSON.stringify(policy, (_key, value: unknown) =>
    isRecord(value) ? sorted(value) : value,
  );
}

/** A policy holds no `null`. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
