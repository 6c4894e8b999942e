/**
 * What a member of staff is trusted with. One person may hold several; who has `desk` is at the desk of one
 * service, which is named beside it.
 */
export const ROLES = [
  'clinician',
  'guide',
  'moderator',
  'researcher',
  'administrator',
  'desk',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
