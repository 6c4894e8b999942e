import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import {
  type Policy,
  type PolicyRow,
  type Raise,
  type RoutedInstrument,
  TOTALS,
} from '../policy.ts';
import { TIERS, type Tier } from '../tier.ts';
import { readAsk } from './asks.ts';
import type { DraftBody, DraftRaise, DraftRow } from './draft.ts';
import { wholeNumber } from './numbers.ts';

export type DraftFault =
  | { readonly kind: 'name' }
  | { readonly kind: 'recheck' }
  | { readonly kind: 'no_table' }
  | {
      readonly kind: 'number';
      readonly instrument: RoutedInstrument;
      readonly row: number;
      readonly field: 'from' | 'to';
    }
  /** A table without any row. */
  | { readonly kind: 'no_row'; readonly instrument: RoutedInstrument }
  /** A rule that asks nothing. */
  | { readonly kind: 'no_condition'; readonly raise: number }
  | { readonly kind: 'condition'; readonly raise: number; readonly place: number };

/**
 * The policy that the fields say, its rows named `row-phq-9-1` …, its rules `raise-1` …; or the cells
 * that say nothing.
 */
export function readDraft(body: DraftBody): Result<Policy, readonly DraftFault[]> {
  const faults: DraftFault[] = [];
  const name = body.name.trim();
  const recheckAfterDays = wholeNumber(body.recheck, 1, 90);
  if (name === '') faults.push({ kind: 'name' });
  if (recheckAfterDays === null) faults.push({ kind: 'recheck' });
  if (body.tables.length === 0) faults.push({ kind: 'no_table' });
  const tables = body.tables.map(({ instrument, rows }) => {
    if (rows.length === 0) faults.push({ kind: 'no_row', instrument });
    return { instrument, rows: rows.map((row, at) => readRow(instrument, row, at, faults)) };
  });
  const raises = body.raises.map((raise, at) => readRaise(raise, at, faults));
  if (faults.length > 0 || recheckAfterDays === null) return err(faults);
  const { tier } = body.otherwise;
  const otherwise = { tier, alsoOpen: beside(body.otherwise) };
  const source = body.source.trim() || name;
  return ok({ schema: 2, name, recheckAfterDays, tables, raises, otherwise, source });
}

/** A row by itself; what is no number is added to the faults. */
export function readRow(
  instrument: RoutedInstrument,
  row: DraftRow,
  at: number,
  faults: DraftFault[],
): PolicyRow {
  const [lowest, highest] = TOTALS[instrument];
  const cell = (field: 'from' | 'to') => {
    const value = wholeNumber(row[field], lowest, highest);
    if (value === null) faults.push({ kind: 'number', instrument, row: at, field });
    return value ?? 0;
  };
  const [from, to] = [cell('from'), cell('to')];
  const id = `row-${instrument}-${at + 1}`;
  return { id, from, to, tier: row.tier, alsoOpen: beside(row) };
}

/** A rule by itself; a condition that cannot be read is added to the faults. */
export function readRaise(raise: DraftRaise, at: number, faults: DraftFault[]): Raise {
  if (raise.when.length === 0) faults.push({ kind: 'no_condition', raise: at });
  const when = raise.when.flatMap((typed, place) => {
    const condition = readAsk(typed);
    if (condition === null) faults.push({ kind: 'condition', raise: at, place });
    return condition ?? [];
  });
  return { id: `raise-${at + 1}`, when, tier: raise.tier, alsoOpen: beside(raise) };
}

/** No step is offered beside itself, and the others lowest first. */
function beside({ tier, alsoOpen }: Pick<DraftRow, 'tier' | 'alsoOpen'>): Tier[] {
  return TIERS.filter((one) => one !== tier && alsoOpen.includes(one));
}
