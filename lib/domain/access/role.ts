/**
 * What a member of staff is trusted with. One person may hold several.
 * Kept for later, and granted to nobody yet: `moderator` (community), `desk` (visit codes at a clinic).
 */
export const ROLES = ['clinician', 'guide', 'researcher', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
