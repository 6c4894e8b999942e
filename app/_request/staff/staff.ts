import { headers as nextHeaders } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { frameOf, type Opened, openRequest } from '#app/_request/base.ts';
import { type CookieToSet, readCookie } from '#app/_request/cookie/cookies.ts';
import { type Display, readDisplay } from '#app/_request/cookie/display.ts';
import { type Flash, readFlash } from '#app/_request/cookie/flash.ts';
import { newFormToken } from '#app/_request/form/form-token.ts';
import { assets, wired } from '#app/_request/wiring.ts';
import type { Frame } from '#components/layout/frame.ts';
import { can, type Permission } from '#lib/domain/access/permission.ts';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { isLocale, LANG } from '#lib/domain/basics/locale.ts';
import { findStaffSession, touchStaffSession } from '#lib/store/staff/staff.ts';
import type { Actor, Context, StaffContext } from '#lib/usecases/context.ts';

/** Security goals of a staff session: idle 30 minutes, 8 hours in all (ASVS 5.0.0, V7.3). */
const STAFF_IDLE_MS = 30 * 60_000;
const STAFF_LONGEST_MS = 8 * 3_600_000;

const claims = z.object({ sub: z.string(), sid: z.string() });

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
}

/** The sealed token (JWE) that names a session row; by itself it grants nothing. */
export async function staffCookie(staffId: StaffId, sessionId: string): Promise<CookieToSet> {
  const secret = wired().secrets.staffSessionKey;
  const maxAge = STAFF_LONGEST_MS / 1000;
  return {
    name: 'staff',
    value: await encode({ token: { sub: staffId, sid: sessionId }, secret, maxAge }),
  };
}

/**
 * Who is asking, read from the session row on every request: a disabled account, a revoked or an idle
 * session is nobody from the next request on.
 */
export async function getActor(
  cookieHeader: string | null,
  now: Instant,
): Promise<SignedIn | null> {
  const { config, secrets, db } = wired();
  const token = readCookie(config, cookieHeader, 'staff');
  if (!token) return null;
  const payload = await decode({ token, secret: secrets.staffSessionKey }).catch(() => null);
  const read = claims.safeParse(payload);
  if (!read.success) return null;
  const session = await findStaffSession(db, read.data.sid);
  if (!session || session.staff.id !== read.data.sub || session.staff.disabled) return null;
  const idle = now - session.lastSeenAt > STAFF_IDLE_MS;
  if (session.revoked || idle || now - session.createdAt > STAFF_LONGEST_MS) return null;
  if (now - session.lastSeenAt > 60_000) await touchStaffSession(db, read.data.sid, now);
  const { id, name, roles } = session.staff;
  return { sessionId: read.data.sid, actor: { id, name, roles, verifiedAt: session.verifiedAt } };
}

export interface StaffView<P extends Permission> {
  readonly frame: Frame;
  readonly ctx: StaffContext<P>;
  readonly flash: Flash | null;
  readonly url: URL;
}

/**
 * What a staff page starts with: who is asking, and proof that they may. Without a session it goes
 * to sign-in; without the permission the page does not exist.
 */
export async function requireStaff<P extends Permission>(
  permission: P | null,
  locale: string,
  path: string,
): Promise<StaffView<P>> {
  const { opened, header, signedIn } = await openPage(locale, path);
  if (!signedIn) redirect(`/${locale}/staff/sign-in`);
  if (permission !== null && !can(signedIn.actor.roles, permission)) notFound();
  return {
    frame: staffFrame(opened, signedIn),
    ctx: staffContext(opened, signedIn, permission as P, ''),
    flash: flashOf(opened, header),
    url: opened.url,
  };
}

export interface OpenStaffView {
  readonly frame: Frame;
  readonly context: Context;
  readonly flash: Flash | null;
  readonly signedIn: SignedIn | null;
}

/** What a staff page starts with that needs no session: sign-in and an invitation. */
export async function openStaff(locale: string, path: string): Promise<OpenStaffView> {
  const { opened, header, signedIn } = await openPage(locale, path);
  const frame = staffFrame(opened, null);
  return { frame, context: opened.context, flash: flashOf(opened, header), signedIn };
}

/** The frame of a page that could not be made: nobody is asked who is signed in. */
export async function outOfOrderFrame(locale: string, path: string): Promise<Frame> {
  const { opened } = await openAddress(locale, path);
  return staffFrame(opened, null);
}

async function openPage(locale: string, path: string) {
  const { opened, header } = await openAddress(locale, path);
  return { opened, header, signedIn: await getActor(header, opened.context.now) };
}

async function openAddress(locale: string, path: string) {
  if (!isLocale(locale)) notFound();
  const header = (await nextHeaders()).get('cookie');
  const request = new Request(`http://page/${locale}${path}`, {
    headers: { cookie: header ?? '' },
  });
  const opened = await openRequest(request, { params: Promise.resolve({ locale }) });
  if (!opened) notFound();
  return { opened, header };
}

export interface StaffRoot {
  readonly lang: string;
  readonly display: Display;
  readonly css: string;
}

/** What the root layout needs; it asks nobody who they are, each page does that itself. */
export async function staffRoot(locale: string): Promise<StaffRoot> {
  const header = (await nextHeaders()).get('cookie');
  const display = readDisplay(readCookie(wired().config, header, 'd'));
  return { lang: LANG[isLocale(locale) ? locale : 'en'], display, css: assets.css };
}

export function staffContext<P extends Permission>(
  opened: Opened,
  signedIn: SignedIn,
  permission: P,
  key: string,
): StaffContext<P> {
  return { ...opened.context, actor: signedIn.actor, permission, key };
}

function staffFrame(opened: Opened, signedIn: SignedIn | null): Frame {
  const { secrets } = wired();
  return {
    ...frameOf(opened, false),
    formToken: newFormToken(secrets, signedIn?.sessionId ?? ''),
    signedIn: signedIn && { name: signedIn.actor.name, roles: signedIn.actor.roles },
  };
}

function flashOf(opened: Opened, header: string | null): Flash | null {
  const { config, secrets, now } = opened.context;
  return readFlash(secrets, now, opened.path, readCookie(config, header, 'f'));
}
