import type { Opened } from '#app/_request/base.ts';
import { type CookieToSet, readCookie } from '#app/_request/cookie/cookies.ts';
import { flashCookie } from '#app/_request/cookie/flash.ts';
import { readKept } from '#app/_request/cookie/kept.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { NewSession } from '#lib/store/staff/sessions.ts';
import { staffCookie } from './staff.ts';

/** Where somebody goes who has just signed in: back to what they were typing, if they were, else home. */
export async function entered(opened: Opened, session: NewSession) {
  const { go, cookies } = backToKept(opened, session.staffId, 'staff.shell.notSent');
  return { go, cookies: [await staffCookie(session), ...cookies] };
}

/** The page of what this person was sending, with all that they typed and a word that nothing was sent. */
export function backToKept(
  { context, request }: Opened,
  staffId: string,
  text: string,
): { readonly go: string; readonly cookies: readonly CookieToSet[] } {
  const { config, secrets, now } = context;
  const box = readCookie(config, request.headers.get('cookie'), 'kept');
  const emptied = { name: 'kept', value: '' } as const;
  const kept = readKept(secrets, now, box);
  if (kept?.staffId !== staffId) return { go: staffPaths.home, cookies: [emptied] };
  const { path, values } = kept;
  const flash = flashCookie(secrets, now, { path, errors: [], values, told: text });
  return { go: path, cookies: [emptied, flash] };
}
