import type { DraftBody, DraftRow } from '#lib/domain/routing/draft/draft.ts';
import type { DraftFault } from '#lib/domain/routing/draft/read-draft.ts';
import { type RoutedInstrument, TOTALS } from '#lib/domain/routing/policy.ts';
import type { PolicyProblem } from '#lib/domain/routing/problems.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { sayScores } from './say.ts';

/** Where on the page something is to be mended. */
export type Place =
  | { readonly at: 'row'; readonly instrument: RoutedInstrument; readonly row: number }
  | { readonly at: 'table'; readonly instrument: RoutedInstrument }
  | { readonly at: 'raise'; readonly raise: number; readonly condition: number }
  | { readonly at: 'field'; readonly field: string };

type Tables = DraftBody['tables'];

export function placeOfFault(fault: DraftFault): Place {
  switch (fault.kind) {
    case 'number':
      return { at: 'row', instrument: fault.instrument, row: fault.row };
    case 'no_row':
      return { at: 'table', instrument: fault.instrument };
    case 'no_condition':
      return { at: 'raise', raise: fault.raise, condition: 0 };
    case 'condition':
      return { at: 'raise', raise: fault.raise, condition: fault.place };
    case 'no_table':
      return { at: 'field', field: 'add-table' };
    default:
      return { at: 'field', field: fault.kind };
  }
}

export function placeOf(problem: PolicyProblem, tables: Tables): Place {
  if (problem.kind === 'impossible' || problem.kind === 'no_effect') return placeOfId(problem.rule);
  if (problem.kind === 'tier_closed') return placeOfId(problem.rule);
  const { instrument } = problem;
  if (problem.kind === 'overlap') return placeOfId(problem.rules[1]);
  if (problem.kind !== 'gap') return placeOfId(problem.rule);
  const { before, after } = neighbours(problem, rowsOf(tables, instrument));
  const row = before ?? after;
  return row === undefined ? { at: 'table', instrument } : { at: 'row', instrument, row: row - 1 };
}

/** From the ids that `readDraft` gives: `row-phq-9-2`, `raise-1`. */
function placeOfId(id: string): Place {
  const row = /^row-(.+)-\d+$/.exec(id)?.[1];
  return row === undefined
    ? { at: 'raise', raise: numberOf(id) - 1, condition: 0 }
    : { at: 'row', instrument: row as RoutedInstrument, row: numberOf(id) - 1 };
}

function numberOf(id: string): number {
  return Number(id.split('-').at(-1));
}

function rowsOf(tables: Tables, instrument: RoutedInstrument): readonly DraftRow[] {
  return tables.find((table) => table.instrument === instrument)?.rows ?? [];
}

export function sayFault(t: Translate, fault: DraftFault): string {
  switch (fault.kind) {
    case 'number': {
      const [from, to] = TOTALS[fault.instrument];
      return t(`policy.problem.number.${fault.field}`, { row: fault.row + 1, from, to });
    }
    case 'no_condition':
      return t('policy.problem.no_condition', { rule: fault.raise + 1 });
    case 'condition':
      return t('policy.problem.condition', { rule: fault.raise + 1, place: fault.place + 1 });
    default:
      return t(`policy.problem.${fault.kind}`);
  }
}

export function sayProblem(
  t: Translate,
  problem: Exclude<PolicyProblem, { kind: 'tier_closed' }>,
  tables: Tables,
): string {
  switch (problem.kind) {
    case 'gap': {
      const scores = sayScores(t, problem.from, problem.to);
      const mend = sayMend(t, problem, rowsOf(tables, problem.instrument));
      return t('policy.problem.gap', { scores, mend });
    }
    case 'overlap': {
      const scores = sayScores(t, problem.from, problem.to);
      const [a, b] = problem.rules.map(numberOf);
      const mend = { a: a ?? 0, b: b ?? 0, from: problem.to + 1, to: problem.from - 1 };
      const how = t('policy.problem.mendOverlap', mend);
      return t('policy.problem.overlap', { a: a ?? 0, b: b ?? 0, scores, mend: how });
    }
    case 'unreachable':
    case 'bad_range':
      return t(`policy.problem.${problem.kind}`, { row: numberOf(problem.rule) });
    case 'higher_score_lower_tier': {
      const [row, before] = [numberOf(problem.rule), numberOf(problem.before)];
      const tier = rowsOf(tables, problem.instrument)[before - 1]?.tier ?? 'face_to_face';
      const step = t(`policy.tier.${tier}`);
      return t('policy.problem.higher_score_lower_tier', { row, before, step });
    }
    case 'impossible':
    case 'no_effect':
      return t(`policy.problem.${problem.kind}`, { rule: numberOf(problem.rule) });
  }
}

type Gap = Extract<PolicyProblem, { kind: 'gap' }>;

function sayMend(t: Translate, gap: Gap, rows: readonly DraftRow[]): string {
  const { before, after } = neighbours(gap, rows);
  const { from, to } = gap;
  if (before !== undefined && after !== undefined) {
    return t('policy.problem.mendBoth', { before, after, from, to });
  }
  if (before !== undefined) return t('policy.problem.mendBefore', { row: before, to });
  if (after !== undefined) return t('policy.problem.mendAfter', { row: after, from });
  return t('policy.problem.mendNone');
}

/** The rows that end just before a gap and start just after it, counted from 1. */
function neighbours(gap: Gap, rows: readonly DraftRow[]) {
  const find = (field: 'from' | 'to', value: number) => {
    const place = rows.findIndex((row) => Number(row[field].normalize('NFKC')) === value);
    return place === -1 ? undefined : place + 1;
  };
  return { before: find('to', gap.from - 1), after: find('from', gap.to + 1) };
}
