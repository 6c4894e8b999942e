import { getInstrument } from '#lib/domain/screening/instruments.ts';
import { type Condition, conditionSchema, ROUTED_INSTRUMENTS, TOTALS } from '../policy.ts';
import { TIERS } from '../tier.ts';
import { wholeNumber } from './numbers.ts';

/** A condition as it is typed: what it asks, as one choice, and a number where it needs one. */
export interface Typed {
  readonly ask: string;
  readonly atLeast: string;
}

/** What a condition can ask; `number` is the range that it may be given, null where it needs none. */
export interface Ask {
  readonly ask: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly number: { readonly from: number; readonly to: number } | null;
}

const bandsOf = (instrument: string) =>
  getInstrument(instrument).measures[0]?.bands[0]?.bands.slice(1) ?? [];

const OF_INSTRUMENTS: readonly Ask[] = ROUTED_INSTRUMENTS.flatMap((instrument) => {
  const [lowest, highest] = TOTALS[instrument];
  const width = highest - lowest;
  return [
    {
      ask: `total:${instrument}`,
      fields: { fact: 'total', instrument },
      number: { from: lowest, to: highest },
    },
    ...bandsOf(instrument).map(({ band }) => ({
      ask: `band:${instrument}:${band}`,
      fields: { fact: 'band', instrument, atLeast: band },
      number: null,
    })),
    {
      ask: `change:${instrument}`,
      fields: { fact: 'change', instrument },
      number: { from: -width, to: width },
    },
  ];
});

/** Every question that a rule may ask, in the order in which the editor lists them. */
export const ASKS: readonly Ask[] = [
  ...OF_INSTRUMENTS,
  { ask: 'item9', fields: { fact: 'item9' }, number: { from: 1, to: 3 } },
  { ask: 'difficulty', fields: { fact: 'difficulty' }, number: { from: 1, to: 3 } },
  { ask: 'recheck', fields: { fact: 'recheck' }, number: null },
  ...TIERS.map((tier) => ({
    ask: `days_on_step:${tier}`,
    fields: { fact: 'days_on_step', tier },
    number: { from: 1, to: 365 },
  })),
  { ask: 'in_care', fields: { fact: 'in_care' }, number: null },
  { ask: 'signs', fields: { fact: 'signs' }, number: null },
];

const BY_ASK: ReadonlyMap<string, Ask> = new Map(ASKS.map((one) => [one.ask, one]));

/** Null where the question is not one of ours, or its number is missing or off its scale. */
export function readAsk({ ask, atLeast }: Typed): Condition | null {
  const found = BY_ASK.get(ask);
  if (!found) return null;
  const { fields, number } = found;
  if (number === null) return conditionSchema.parse(fields);
  const value = wholeNumber(atLeast, number.from, number.to);
  return value === null ? null : conditionSchema.parse({ ...fields, atLeast: value });
}

/** What somebody would have typed to get this condition. */
export function askOf(condition: Condition): { ask: string; atLeast: string } {
  const parts = [
    condition.fact,
    'instrument' in condition ? condition.instrument : null,
    'tier' in condition ? condition.tier : null,
    condition.fact === 'band' ? condition.atLeast : null,
  ];
  const number = 'atLeast' in condition && condition.fact !== 'band' ? condition.atLeast : '';
  return { ask: parts.filter((part) => part !== null).join(':'), atLeast: String(number) };
}
