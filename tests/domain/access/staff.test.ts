import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#lib/domain/access/password.ts';
import { can, PERMISSIONS } from '#lib/domain/access/permission.ts';
import { RETENTION, retentionDays } from '#lib/domain/access/retention.ts';
import { isRole, ROLES, type Role } from '#lib/domain/access/role.ts';

/** The whole matrix, written out once more by hand: a change here is a decision. */
const MATRIX: Record<Role, string> = {
  clinician: 'policy:read policy:draft policy:approve services:edit',
  guide: 'inbox:read inbox:reply',
  researcher: 'policy:read research:funnel research:export',
  administrator: 'policy:read staff:manage audit:read services:edit',
};

describe('can', () => {
  it.each(ROLES)('grants %s exactly its own permissions', (role) => {
    const granted = PERMISSIONS.filter((permission) => can([role], permission));
    expect(granted.join(' ')).toBe(MATRIX[role]);
  });

  it('grants nothing to nobody, and nothing to a role that is not known', () => {
    for (const permission of PERMISSIONS) {
      expect(can([], permission)).toBe(false);
      expect(can(['moderator' as Role, 'constructor' as Role], permission)).toBe(false);
    }
    expect(isRole('moderator')).toBe(false);
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

describe('passwordProblem', () => {
  it.each([
    ['correct horse', 'short'],
    ['correct horses', null],
    ['我我我我我我我我我我我我我', 'short'],
    ['一二三四五六七八九十甲乙丙丁', null],
    ['aaaaaaaaaaaaaaaa', 'one_character'],
    ['ab'.repeat(101), 'long'],
  ] as const)('of %j is %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });
});

describe('RETENTION', () => {
  it('names everything once, with the periods that were decided', () => {
    expect(Object.fromEntries(RETENTION.map(({ what, keep }) => [what, keep.days]))).toEqual({
      answers: 1,
      pathway_key: 365,
      visit_code: 90,
      contact: 7,
      thread: 90,
      post: 365,
      transitions: 1825,
      audit: 730,
      backup: 30,
    });
    expect(retentionDays('thread')).toBe(90);
  });
});
