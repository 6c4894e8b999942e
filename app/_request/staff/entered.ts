import type { Opened } from '#app/_request/base.ts';
import { readCookie } from '#app/_request/cookie/cookies.ts';
import { flashCookie } from '#app/_request/cookie/flash.ts';
import { readKept } from '#app/_request/cookie/kept.ts';
import { staffPaths } from '#components/layout/paths.ts';
import type { NewSession } from '#lib/store/staff/staff.ts';
import { staffCookie } from './staff.ts';

/** Where somebody goes who has just signed in: back to what they were typing, if they were, else home. */
export async function entered({ context, request }: Opened, session: NewSession) {
  const { config, secrets, now } = context;
  const box = readCookie(config, request.headers.get('cookie'), 'kept');
  const cookies = [await staffCookie(session), { name: 'kept', value: '' } as const];
  const kept = readKept(secrets, now, box);
  if (kept?.staffId !== session.staffId) return { go: staffPaths.home, cookies };
  const { path, values } = kept;
  const errors = [{ field: '', text: 'staff.shell.notSent' }];
  return { go: path, cookies: [...cookies, flashCookie(secrets, now, { path, errors, values })] };
}
