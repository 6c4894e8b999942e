import { z } from 'zod';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { MAX_TOTAL, type Policy, type PolicyRule } from './policy.ts';
import { TIERS, type Tier } from './tier.ts';

/** As many rows as there are scores. */
export const MOST_ROWS = MAX_TOTAL + 1;

const rowSchema = z.strictObject({
  from: z.string().max(8),
  to: z.string().max(8),
  tier: z.enum(TIERS),
  alsoOpen: z.array(z.enum(TIERS)).max(TIERS.length),
});

/**
 * A policy under way, kept as it was typed: whatever is in the table can be saved, so nothing is lost.
 * It cannot route anyone; `readDraft` makes a policy of it, or says what is missing.
 */
export const draftSchema = z.strictObject({
  /** Raised by every save; a save made from an older one is noticed. */
  revision: z.int().min(1),
  /** The live version when the draft was started. */
  base: z.string().nullable(),
  /** The last forms that wrote it: one that is posted again changes nothing. */
  forms: z.array(z.string()).max(20),
  /** The draft that was changed elsewhere while this one was being typed. */
  asideOf: z.string().nullable(),
  name: z.string().max(80),
  recheck: z.string().max(8),
  source: z.string().max(2000),
  rows: z.array(rowSchema).max(MOST_ROWS),
});

export type Draft = Readonly<z.infer<typeof draftSchema>>;
export type DraftRow = Draft['rows'][number];
/** What somebody types, without what the program keeps beside it. */
export type DraftTable = Pick<Draft, 'name' | 'recheck' | 'source' | 'rows'>;

export type DraftFault =
  | { readonly kind: 'name' }
  | { readonly kind: 'recheck' }
  | { readonly kind: 'number'; readonly row: number; readonly field: 'from' | 'to' };

/** The table of a policy, to start from. */
export function draftTable(policy: Policy): DraftTable {
  const rows = policy.rules.map(({ from, to, tier, alsoOpen }) => ({
    from: String(from),
    to: String(to),
    tier,
    alsoOpen: [...alsoOpen],
  }));
  // The first paragraph is the reason for that version, the last where its cut-offs come from.
  const source = policy.source.split('\n\n').at(-1) ?? '';
  const recheck = String(policy.recheckAfterDays);
  return { name: policy.name, recheck, source, rows };
}

/** The policy that the table says, its rules named `row-1`, `row-2` …; or the cells that say nothing. */
export function readDraft(draft: DraftTable): Result<Policy, readonly DraftFault[]> {
  const faults: DraftFault[] = [];
  const recheckAfterDays = wholeNumber(draft.recheck, 1, 90);
  if (draft.name.trim() === '') faults.push({ kind: 'name' });
  if (recheckAfterDays === null) faults.push({ kind: 'recheck' });
  const rules = draft.rows.map((row, index): PolicyRule => {
    const cell = (field: 'from' | 'to') => {
      const value = wholeNumber(row[field], 0, MAX_TOTAL);
      if (value === null) faults.push({ kind: 'number', row: index, field });
      return value ?? 0;
    };
    const alsoOpen = TIERS.filter((tier) => tier !== row.tier && row.alsoOpen.includes(tier));
    const [from, to] = [cell('from'), cell('to')];
    return { id: `row-${index + 1}`, instrument: 'phq-9', from, to, tier: row.tier, alsoOpen };
  });
  if (faults.length > 0 || recheckAfterDays === null) return err(faults);
  const name = draft.name.trim();
  return ok({ schema: 1, name, recheckAfterDays, rules, source: draft.source.trim() || name });
}

const RULE_WORD: Readonly<Record<Tier, string>> = {
  guidance: 'guidance',
  community: 'group',
  face_to_face: 'meet',
};

/** The same rules always in one order and under one name each, so that equal tables are one version. */
export function settlePolicy(policy: Policy): Policy {
  const rules = policy.rules
    .map((rule) => ({ ...rule, id: `${RULE_WORD[rule.tier]}-${rule.from}-${rule.to}` }))
    .sort((a, b) => a.from - b.from);
  return { ...policy, rules };
}

/** In the order of the scores; rows without a number keep their place at the end. */
export function sortRows(rows: readonly DraftRow[]): DraftRow[] {
  const place = ({ from }: DraftRow) => wholeNumber(from, 0, MAX_TOTAL) ?? MOST_ROWS;
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** One more row: for the first scores that no row names, else an empty one. */
export function addRow(rows: readonly DraftRow[]): DraftRow[] {
  const named = rows.map((row) => ({
    from: wholeNumber(row.from, 0, MAX_TOTAL) ?? MOST_ROWS,
    to: wholeNumber(row.to, 0, MAX_TOTAL) ?? -1,
  }));
  const free = Array.from({ length: MOST_ROWS }, (_, total) => total).filter((total) =>
    named.every(({ from, to }) => total < from || total > to),
  );
  const [from] = free;
  const to = free.findLast((total, place) => total === (from ?? 0) + place);
  const typed = {
    from: from === undefined ? '' : String(from),
    to: to === undefined ? '' : String(to),
  };
  return [...rows, { ...typed, tier: 'face_to_face', alsoOpen: [] }];
}

/** Full-width digits, as a Chinese keyboard may type them, count as digits. */
function wholeNumber(typed: string, min: number, max: number): number | null {
  const text = typed.normalize('NFKC').trim();
  if (!/^\d{1,3}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
