import { z } from 'zod';
import { type Policy, ROUTED_INSTRUMENTS, SAFE_OTHERWISE } from '../policy.ts';
import { TIERS } from '../tier.ts';
import { askOf } from './asks.ts';

/** As many rows as the longest scale has totals. */
export const MOST_ROWS = 51;
export const MOST_RAISES = 30;
export const MOST_CONDITIONS = 4;
export const LONGEST_SOURCE = 3000;

const cell = z.string().max(8);
const step = { tier: z.enum(TIERS), alsoOpen: z.array(z.enum(TIERS)).max(TIERS.length) };
const rowSchema = z.strictObject({ from: cell, to: cell, ...step });
const tableSchema = z.strictObject({
  instrument: z.enum(ROUTED_INSTRUMENTS),
  rows: z.array(rowSchema).max(MOST_ROWS),
});
const conditionSchema = z.strictObject({ ask: z.string().max(40), atLeast: cell });
const raiseSchema = z.strictObject({
  when: z.array(conditionSchema).max(MOST_CONDITIONS),
  ...step,
});

const common = {
  /** Raised by every save; a save made from an older one is noticed. */
  revision: z.int().min(1),
  /** The live version when the draft was started, or last compared with. */
  base: z.string().nullable(),
  /** The last forms that wrote it: one that is posted again changes nothing. */
  forms: z.array(z.string()).max(20),
  /** The draft that was changed elsewhere while this one was being typed. */
  asideOf: z.string().nullable(),
  name: z.string().max(80),
  recheck: z.string().max(8),
  source: z.string().max(LONGEST_SOURCE),
};

const currentSchema = z.strictObject({
  ...common,
  tables: z.array(tableSchema).max(ROUTED_INSTRUMENTS.length),
  raises: z.array(raiseSchema).max(MOST_RAISES),
  otherwise: z.strictObject(step),
  /** Everybody who had a hand in it: none of them may approve what comes of it. */
  contributors: z.array(z.string()).max(50),
});

/** The first form of a draft: one table, for the PHQ-9. */
const firstSchema = z.strictObject({ ...common, rows: z.array(rowSchema).max(MOST_ROWS) });

/**
 * A policy under way, kept as it was typed: whatever is in the tables can be saved, so nothing is lost.
 * It cannot route anyone; `readDraft` makes a policy of it, or says what is missing.
 */
export const draftSchema = z.union([
  currentSchema,
  firstSchema.transform(
    ({ rows, ...rest }): z.infer<typeof currentSchema> => ({
      ...rest,
      tables: [{ instrument: 'phq-9', rows }],
      raises: [],
      otherwise: { ...SAFE_OTHERWISE, alsoOpen: [...SAFE_OTHERWISE.alsoOpen] },
      contributors: [],
    }),
  ),
]);

export type Draft = Readonly<z.infer<typeof currentSchema>>;
export type DraftTable = Draft['tables'][number];
export type DraftRow = DraftTable['rows'][number];
export type DraftRaise = Draft['raises'][number];
export type DraftCondition = DraftRaise['when'][number];
/** What somebody types, without what the program keeps beside it. */
export type DraftBody = Pick<
  Draft,
  'name' | 'recheck' | 'source' | 'tables' | 'raises' | 'otherwise'
>;

/** What stands in the fields of a policy, to start from. */
export function draftBody(policy: Policy): DraftBody {
  const tables = policy.tables.map(({ instrument, rows }) => ({
    instrument,
    rows: rows.map(({ from, to, tier, alsoOpen }) => ({
      from: String(from),
      to: String(to),
      tier,
      alsoOpen: [...alsoOpen],
    })),
  }));
  const raises = policy.raises.map(({ when, tier, alsoOpen }) => ({
    when: when.map(askOf),
    tier,
    alsoOpen: [...alsoOpen],
  }));
  const { tier, alsoOpen } = policy.otherwise;
  // The first paragraph is the reason for that version, the last where its cut-offs come from.
  const source = policy.source.split('\n\n').at(-1) ?? '';
  return {
    name: policy.name,
    recheck: String(policy.recheckAfterDays),
    source,
    tables,
    raises,
    otherwise: { tier, alsoOpen: [...alsoOpen] },
  };
}
