import { describe, expect, it } from 'vitest';
import { can, PERMISSIONS } from '#lib/domain/access/permission.ts';
import { isRole, ROLES, type Role } from '#lib/domain/access/role.ts';

/** The whole matrix, written out once more by hand: a change here is a decision. */
const MATRIX: Record<Role, string> = {
  clinician:
    'policy:read policy:draft policy:approve policy:publish research:harm research:approve trials:read trials:approve services:edit placements:resume replies:edit replies:sign parts:pause reports:handle',
  guide: 'inbox:read inbox:reply replies:edit',
  moderator: 'group:moderate group:bans',
  researcher:
    'policy:read research:funnel research:harm research:export research:approve research:trials trials:read',
  administrator:
    'policy:read staff:manage audit:read services:edit placements:resume group:bans roster:edit parts:pause reports:handle',
  desk: 'visits:redeem',
};

describe('can', () => {
  it.each(ROLES)('grants %s exactly its own permissions', (role) => {
    const granted = PERMISSIONS.filter((permission) => can([role], permission));
    expect(granted.join(' ')).toBe(MATRIX[role]);
  });

  it('grants nothing to nobody, and nothing to a role that is not known', () => {
    for (const permission of PERMISSIONS) {
      expect(can([], permission)).toBe(false);
      expect(can(['owner' as Role, 'constructor' as Role], permission)).toBe(false);
    }
    expect(isRole('owner')).toBe(false);
  });

  it('adds up the roles of one person', () => {
    expect(can(['guide', 'researcher'], 'inbox:read')).toBe(true);
    expect(can(['guide', 'researcher'], 'research:export')).toBe(true);
    expect(can(['guide', 'researcher'], 'staff:manage')).toBe(false);
  });

  it('leaves no permission that no role holds', () => {
    for (const permission of PERMISSIONS) expect(can(ROLES, permission)).toBe(true);
  });
});
