/**
 * What a member of staff is trusted with. One person may hold several; who has `desk` is at the desk of one
 * service, which is named beside it. Kept for later, and granted to nobody yet: `moderator` (community).
 */
export const ROLES = ['clinician', 'guide', 'researcher', 'administrator', 'desk'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
