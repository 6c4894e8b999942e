/** NIST SP 800-63B-4 section 3.1.1.2 asks for 15 without and 8 with a second factor; ours has one. */
export const PASSWORD_MIN = 14;
/** Long enough for any phrase, short enough that hashing one is no way to wear the server out. */
export const PASSWORD_MAX = 200;

export type PasswordProblem = 'short' | 'long' | 'one_character';

/** What is wrong with a new password; `null` when nothing is. No rule about kinds of characters. */
export function passwordProblem(password: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'short';
  if (length > PASSWORD_MAX) return 'long';
  return new Set(password).size === 1 ? 'one_character' : null;
}
