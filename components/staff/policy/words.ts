import type { DraftFault, DraftRow } from '#lib/domain/routing/draft.ts';
import type { PolicyRule } from '#lib/domain/routing/policy.ts';
import type { PolicyProblem } from '#lib/domain/routing/problems.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Frame } from '../../layout/frame.ts';

type Words = Pick<Frame, 't' | 'lang'>;

export function sayScores(t: Translate, from: number, to: number): string {
  return from === to ? t('policy.scores.one', { from }) : t('policy.scores.range', { from, to });
}

/** "the group and a message to a guide", or the word for nothing. */
export function saySteps({ t, lang }: Words, tiers: readonly Tier[]): string {
  if (tiers.length === 0) return t('policy.columns.none');
  const words = tiers.map((tier) => t(`policy.offer.${tier}`));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
}

/** A row of the table as a sentence. */
export function sayRule(words: Words, rule: Pick<PolicyRule, 'from' | 'to' | 'tier' | 'alsoOpen'>) {
  const { t } = words;
  const scores = sayScores(t, rule.from, rule.to);
  const first = t('policy.rule.says', { scores, step: t(`policy.offer.${rule.tier}`) });
  const also =
    rule.alsoOpen.length === 0
      ? t('policy.rule.alsoNone')
      : t('policy.rule.also', { steps: saySteps(words, rule.alsoOpen) });
  return `${first} ${also}`;
}

export function sayFault(t: Translate, fault: DraftFault): string {
  if (fault.kind === 'number') {
    return t(`policy.problem.number.${fault.field}`, { row: fault.row + 1 });
  }
  return t(`policy.problem.${fault.kind}`);
}

/** The number of a row from the id that `readDraft` gives its rule. */
export function rowOf(id: string): number {
  return Number(id.split('-').at(-1));
}

/** The row beside which a problem is shown; 0 for one that belongs to no row. */
export function placeOf(problem: PolicyProblem, rows: readonly DraftRow[]): number {
  if (problem.kind === 'overlap') return rowOf(problem.rules[1]);
  if (problem.kind !== 'gap') return rowOf(problem.rule);
  const { before, after } = neighbours(problem, rows);
  return before ?? after ?? 0;
}

export function sayProblem(
  t: Translate,
  problem: PolicyProblem,
  rows: readonly DraftRow[],
): string {
  switch (problem.kind) {
    case 'gap': {
      const scores = sayScores(t, problem.from, problem.to);
      return t('policy.problem.gap', { scores, mend: sayMend(t, problem, rows) });
    }
    case 'overlap': {
      const scores = sayScores(t, problem.from, problem.to);
      const [a, b] = problem.rules.map(rowOf);
      return t('policy.problem.overlap', { a: a ?? 0, b: b ?? 0, scores });
    }
    case 'unreachable':
    case 'bad_range':
      return t(`policy.problem.${problem.kind}`, { row: rowOf(problem.rule) });
    case 'higher_score_lower_tier': {
      const before = rowOf(problem.before);
      const step = t(`policy.tier.${rows[before - 1]?.tier ?? 'face_to_face'}`);
      const row = rowOf(problem.rule);
      return t('policy.problem.higher_score_lower_tier', { row, before, step });
    }
    case 'tier_closed':
      return t('policy.problem.tier_closed', {
        row: rowOf(problem.rule),
        step: t(`policy.tier.${problem.tier}`),
      });
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
