import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';

/** Everything that leaves a trace, by what it is done to. Nothing a visitor does for themselves is here. */
export const AUDIT_ACTIONS = {
  staff: [
    'staff.invited',
    'staff.joined',
    'staff.roles_changed',
    'staff.disabled',
    'staff.enabled',
    'staff.second_factor_reset',
    'staff.signed_in',
    'staff.sign_in_failed',
    'staff.signed_out',
    'staff.password_changed',
  ],
  policy: [
    'policy.drafted',
    'policy.approved',
    'policy.rejected',
    'policy.activated',
    'policy.retired',
  ],
  thread: ['thread.read', 'thread.answered', 'thread.closed'],
  service: ['service.added', 'service.changed', 'service.removed', 'crisis_line.checked'],
  research: ['research.funnel_downloaded', 'research.rows_downloaded'],
  audit: ['audit.read', 'audit.verified', 'audit.erased'],
  system: ['system.first_started', 'system.migrated', 'system.erased_expired', 'system.alerted'],
} as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[keyof typeof AUDIT_ACTIONS][number];

/** Codes and small numbers: an audit row tells what was done, never what was read or written. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: StaffId | 'system';
  readonly action: AuditAction;
  /** The id of what it was done to, e.g. a policy hash. */
  readonly subject: string | null;
  readonly detail: AuditDetail;
}

export interface StoredAuditEntry extends AuditEntry {
  readonly prevHash: string;
  readonly hash: string;
}

/** What the first entry names as the one before it. */
export const AUDIT_GENESIS = '0'.repeat(64);

/** The text whose hash is an entry's hash: every field, and the hash of the entry before it. */
export function canonicalEntry(entry: AuditEntry, prevHash: string): string {
  const { seq, at, actor, action, subject, detail } = entry;
  const pairs = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([1, prevHash, seq, at, actor, action, subject, pairs]);
}

export type AuditBreak =
  | { readonly kind: 'gap'; readonly seq: number }
  | { readonly kind: 'link'; readonly seq: number }
  | { readonly kind: 'hash'; readonly seq: number };

/**
 * The first place where the chain does not hold, or `null`. `before` is the last entry known to be
 * good, which lets a long log be checked in pages and one whose oldest part has expired be checked at all.
 */
export function findAuditBreak(
  entries: readonly StoredAuditEntry[],
  hashOf: (text: string) => string,
  before: { readonly seq: number; readonly hash: string } = { seq: 0, hash: AUDIT_GENESIS },
): AuditBreak | null {
  let { seq, hash } = before;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { kind: 'gap', seq: entry.seq };
    if (entry.prevHash !== hash) return { kind: 'link', seq: entry.seq };
    if (hashOf(canonicalEntry(entry, entry.prevHash)) !== entry.hash) {
      return { kind: 'hash', seq: entry.seq };
    }
    ({ seq, hash } = entry);
  }
  return null;
}
