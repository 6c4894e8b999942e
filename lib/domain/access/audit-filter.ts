import { dayFromIso } from '../basics/day.ts';
import type { Day } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { cleanTyped, isUuid } from '../basics/typed.ts';
import { AUDIT_ACTIONS, type AuditAction } from './audit.ts';

/** Which entries of the log are asked for; null where a field asks for nothing. */
export interface AuditFilter {
  /** The id of a person, or `system`. */
  readonly who: string | null;
  readonly action: AuditAction | null;
  /** Part of a person's name, or how an id or a code begins. */
  readonly subject: string | null;
  readonly from: Day | null;
  /** The last day that is in it. */
  readonly to: Day | null;
}

export const AUDIT_FILTER_FIELDS = ['who', 'action', 'subject', 'from', 'to'] as const;
export type AuditFilterField = (typeof AUDIT_FILTER_FIELDS)[number];

/** What was typed, each field as text; empty where nothing was. */
export type TypedAuditFilter = Readonly<Record<AuditFilterField, string>>;

export interface AuditFilterProblem {
  readonly field: AuditFilterField;
  readonly problem: 'unknown' | 'long' | 'date' | 'order';
}

const ACTIONS: readonly AuditAction[] = Object.values(AUDIT_ACTIONS).flat();
const LONGEST_SUBJECT = 100;
/** No clock that wrote an entry says anything else. */
const CENTURIES = /^2[01]/;

/** The fields of a form or an address; whatever is no text counts as not typed. */
export function typedAuditFilter(values: Readonly<Record<string, unknown>>): TypedAuditFilter {
  const text = (field: AuditFilterField) => {
    const value = values[field];
    return typeof value === 'string' ? cleanTyped(value).trim() : '';
  };
  const [who, action, subject] = [text('who'), text('action'), text('subject')];
  return { who, action, subject, from: text('from'), to: text('to') };
}

/** Every problem at once, each by its field. */
export function readAuditFilter(
  typed: TypedAuditFilter,
): Result<AuditFilter, readonly AuditFilterProblem[]> {
  const { who, action, subject } = typed;
  const problems: AuditFilterProblem[] = [];
  const day = (field: 'from' | 'to') => {
    const read = CENTURIES.test(typed[field]) ? dayFromIso(typed[field]) : null;
    if (typed[field] !== '' && read === null) problems.push({ field, problem: 'date' });
    return read;
  };
  const known = ACTIONS.find((one) => one === action) ?? null;
  if (who !== '' && who !== 'system' && !isUuid(who)) {
    problems.push({ field: 'who', problem: 'unknown' });
  }
  if (action !== '' && known === null) problems.push({ field: 'action', problem: 'unknown' });
  if (subject.length > LONGEST_SUBJECT) problems.push({ field: 'subject', problem: 'long' });
  const [from, to] = [day('from'), day('to')];
  if (from !== null && to !== null && to < from) problems.push({ field: 'to', problem: 'order' });
  if (problems.length > 0) return err(problems);
  return ok({ who: who || null, action: known, subject: subject || null, from, to });
}
