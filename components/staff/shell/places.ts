import type { Permission } from '#lib/domain/access/permission.ts';
import { staffPaths } from '../../layout/paths.ts';

/** What the staff list names, in its order (ux.md section 3). Signed in is enough where no permission is asked. */
export const STAFF_PLACES = [
  { place: 'today', path: staffPaths.home, needs: null },
  { place: 'inbox', path: staffPaths.inbox, needs: 'inbox:read' },
  { place: 'moderate', path: staffPaths.moderate, needs: 'group:moderate' },
  { place: 'bans', path: staffPaths.bans, needs: 'group:bans' },
  { place: 'replies', path: staffPaths.replies, needs: 'replies:edit' },
  { place: 'desk', path: staffPaths.desk, needs: 'visits:redeem' },
  { place: 'services', path: staffPaths.services, needs: 'services:edit' },
  { place: 'policy', path: staffPaths.policy, needs: 'policy:read' },
  { place: 'bridges', path: staffPaths.bridges, needs: 'policy:read' },
  { place: 'placements', path: staffPaths.placements, needs: 'placements:resume' },
  { place: 'reports', path: staffPaths.reports, needs: 'reports:handle' },
  { place: 'research', path: staffPaths.research, needs: 'research:funnel' },
  { place: 'harm', path: staffPaths.harm, needs: 'research:harm' },
  { place: 'packages', path: staffPaths.packages, needs: 'research:approve' },
  { place: 'trials', path: staffPaths.trials, needs: 'trials:read' },
] as const satisfies readonly Place[];

/** Shown under one heading, for administrators. */
export const ADMIN_PLACES = [
  { place: 'people', path: staffPaths.people, needs: 'staff:manage' },
  { place: 'roles', path: staffPaths.roles, needs: 'staff:manage' },
  { place: 'roster', path: staffPaths.roster, needs: 'roster:edit' },
  { place: 'pause', path: staffPaths.pause, needs: 'parts:pause' },
  { place: 'audit', path: staffPaths.audit, needs: 'audit:read' },
] as const satisfies readonly Place[];

interface Place {
  readonly place: string;
  readonly path: string;
  readonly needs: Permission | null;
}

export type StaffPlace =
  | (typeof STAFF_PLACES)[number]['place']
  | (typeof ADMIN_PLACES)[number]['place'];
