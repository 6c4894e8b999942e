/** Everything that leaves a trace, by what it is done to. Nothing a visitor does for themselves is here. */
export const AUDIT_ACTIONS = {
  staff: [
    'staff.invited',
    'staff.invitation_withdrawn',
    'staff.joined',
    'staff.roles_changed',
    'staff.disabled',
    'staff.enabled',
    'staff.second_factor_reset',
    'staff.signed_in',
    'staff.sign_in_failed',
    'staff.signed_out',
    'staff.confirmed',
    'staff.confirm_failed',
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
  service: [
    'service.added',
    'service.confirmed',
    'service.paused',
    'service.reopened',
    'service.removed',
    'crisis_line.checked',
  ],
  research: ['research.funnel_downloaded', 'research.rows_downloaded'],
  audit: ['audit.read', 'audit.verified'],
  system: ['system.erased_expired', 'system.alerted'],
} as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[keyof typeof AUDIT_ACTIONS][number];
