import type { Config } from '#lib/config.ts';

/**
 * `s` the sealed session, `b` the browser in which a check may begin, `f` the errors of the last post, `d` display settings, `staff` the sign-in,
 * `kept` what a member of staff was sending when the session had ended.
 */
export type CookieName = 's' | 'b' | 'f' | 'd' | 'staff' | 'kept';

export interface CookieToSet {
  readonly name: CookieName;
  /** Empty deletes. */
  readonly value: string;
  /** Seconds; absent = until the browser closes. */
  readonly maxAge?: number;
}

/**
 * `__Host-` cookies are bound to this origin and must be Secure. Over plain http some browsers
 * refuse Secure cookies (Safari also on localhost, all of them on an onion address), so there the
 * plain name is set as well and read second. Over https only the `__Host-` name exists.
 */
export function readCookie(config: Config, header: string | null, name: CookieName): string | null {
  if (!header) return null;
  const names = config.origin.protocol === 'https:' ? [`__Host-${name}`] : [`__Host-${name}`, name];
  for (const wanted of names) {
    for (const part of header.split(';')) {
      const at = part.indexOf('=');
      if (part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim();
    }
  }
  return null;
}

export function setCookies(
  config: Config,
  headers: Headers,
  cookies: readonly CookieToSet[],
): void {
  for (const { name, value, maxAge } of cookies) {
    const age = value === '' ? '; Max-Age=0' : maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
    const rest = `=${value}; Path=/; HttpOnly; SameSite=Lax${age}`;
    headers.append('set-cookie', `__Host-${name}${rest}; Secure`);
    if (config.origin.protocol === 'http:') headers.append('set-cookie', `${name}${rest}`);
  }
}
