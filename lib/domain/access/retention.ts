/** Until when something is kept: a number of days from an event that is on record. */
interface Period {
  readonly days: number;
  readonly from:
    | 'written'
    | 'last_used'
    | 'issued'
    | 'last_message'
    | 'given'
    | 'closed'
    | 'expired'
    | 'started'
    | 'taken';
}

interface Retention {
  readonly what: string;
  readonly keep: Period;
  /** Whose data it is. */
  readonly who: 'visitor' | 'staff' | 'both';
  /** What carries the rule out. */
  readonly by: 'browser' | 'eraser' | 'sender' | 'backup';
}

const YEAR = 365;

/**
 * How long what ends by itself is kept: the eraser works from this table, and the privacy page prints its
 * rows about visitors, the log and the backup. Not in it: staff accounts, policies, the directory and the
 * dates of help-line checks, which stay until somebody changes them. `contact` goes with its last message
 * (OLDEST_HOURS of lib/domain/plan/reminder.ts), `answer_contact` by what web says of its time
 * (lib/usecases/answer-mail.ts); `backup` binds whoever makes the copies. A service that gives clinical advice may be
 * bound to keep more, and signs for it.
 */
export const RETENTION = [
  { what: 'answers', keep: { days: 1, from: 'written' }, who: 'visitor', by: 'browser' },
  { what: 'pathway_key', keep: { days: YEAR, from: 'last_used' }, who: 'visitor', by: 'eraser' },
  { what: 'own_record', keep: { days: YEAR, from: 'last_used' }, who: 'visitor', by: 'eraser' },
  { what: 'visit_code', keep: { days: 90, from: 'issued' }, who: 'visitor', by: 'eraser' },
  // So that a visit after its last day can still be recorded, with a note.
  {
    what: 'visit_code_late',
    keep: { days: 30, from: 'expired' },
    who: 'visitor',
    by: 'eraser',
  },
  { what: 'contact', keep: { days: 2, from: 'last_message' }, who: 'visitor', by: 'sender' },
  { what: 'answer_contact', keep: { days: 7, from: 'last_message' }, who: 'visitor', by: 'sender' },
  // While an answer is owed; for so long too, without the address, that nobody took mail there.
  {
    what: 'answer_contact_waiting',
    keep: { days: 90, from: 'given' },
    who: 'visitor',
    by: 'sender',
  },
  { what: 'thread', keep: { days: 90, from: 'closed' }, who: 'visitor', by: 'eraser' },
  { what: 'post', keep: { days: YEAR, from: 'written' }, who: 'visitor', by: 'eraser' },
  { what: 'ban', keep: { days: YEAR, from: 'written' }, who: 'visitor', by: 'eraser' },
  { what: 'transitions', keep: { days: 5 * YEAR, from: 'started' }, who: 'visitor', by: 'eraser' },
  // With notes, answer and what was recorded of an incident: who must keep that longer takes it out before.
  { what: 'report', keep: { days: YEAR, from: 'closed' }, who: 'visitor', by: 'eraser' },
  { what: 'staff_session', keep: { days: 7, from: 'last_used' }, who: 'staff', by: 'eraser' },
  { what: 'alert', keep: { days: 90, from: 'closed' }, who: 'staff', by: 'eraser' },
  { what: 'audit', keep: { days: 2 * YEAR, from: 'written' }, who: 'staff', by: 'eraser' },
  { what: 'backup', keep: { days: 30, from: 'taken' }, who: 'both', by: 'backup' },
] as const satisfies readonly Retention[];

export type Kept = (typeof RETENTION)[number]['what'];

export function retentionDays(what: Kept): number {
  const row = RETENTION.find((entry) => entry.what === what);
  if (!row) throw new Error(`No retention rule for ${what}`);
  return row.keep.days;
}
