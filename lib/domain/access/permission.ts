import { isRole, type Role } from './role.ts';

export const PERMISSIONS = [
  'policy:read',
  'policy:draft',
  'policy:approve',
  'policy:publish',
  'inbox:read',
  'inbox:reply',
  'research:funnel',
  'research:harm',
  'research:export',
  'research:approve',
  'research:trials',
  'trials:read',
  'trials:approve',
  'staff:manage',
  'audit:read',
  'services:edit',
  'placements:resume',
  'visits:redeem',
  'replies:edit',
  'replies:sign',
  'group:moderate',
  'group:bans',
  'roster:edit',
  'parts:pause',
  'reports:handle',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * What each role may do; nothing else is granted anywhere. No role reads messages and exports rows,
 * and the administrator, who makes accounts, reads neither. Moderators see no message and no check. That a policy's author cannot approve it
 * is a rule about two people, so it is checked where the approval is given. A comparison is written and run by a
 * researcher and approved by a clinician: it decides what people in distress are shown, and another researcher
 * wants the same thing of it as the first.
 */
const GRANTED: Record<Role, ReadonlySet<Permission>> = {
  clinician: new Set([
    'policy:read',
    'policy:draft',
    'policy:approve',
    'policy:publish',
    'research:harm',
    'research:approve',
    'trials:read',
    'trials:approve',
    'services:edit',
    'placements:resume',
    'replies:edit',
    'replies:sign',
    'parts:pause',
    'reports:handle',
  ]),
  guide: new Set(['inbox:read', 'inbox:reply', 'replies:edit']),
  moderator: new Set(['group:moderate', 'group:bans']),
  researcher: new Set([
    'policy:read',
    'research:funnel',
    'research:harm',
    'research:export',
    'research:approve',
    'research:trials',
    'trials:read',
  ]),
  administrator: new Set([
    'policy:read',
    'staff:manage',
    'audit:read',
    'services:edit',
    'placements:resume',
    'group:bans',
    'roster:edit',
    'parts:pause',
    'reports:handle',
  ]),
  desk: new Set(['visits:redeem']),
};

/** True when any of the roles is granted the permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => isRole(role) && GRANTED[role].has(permission));
}
