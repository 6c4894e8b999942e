import { can } from '#lib/domain/access/permission.ts';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import type { Actor } from './context.ts';

/** Who takes a ban back: an administrator, or another moderator than who ended the posting. */
export function mayLift({ id, roles }: Pick<Actor, 'id' | 'roles'>, bannedBy: StaffId): boolean {
  return id !== bannedBy || can(roles, 'staff:manage');
}
