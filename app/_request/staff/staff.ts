import { headers as nextHeaders } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { frameOf, type Opened, openRequest } from '#app/_request/base.ts';
import { type CookieToSet, readCookie } from '#app/_request/cookie/cookies.ts';
import { type Display, readDisplay } from '#app/_request/cookie/display.ts';
import { type Flash, readFlash } from '#app/_request/cookie/flash.ts';
import { readKept } from '#app/_request/cookie/kept.ts';
import { newFormToken } from '#app/_request/form/form-token.ts';
import { assets, wired } from '#app/_request/wiring.ts';
import type { Frame } from '#components/layout/frame.ts';
import { can, type Permission } from '#lib/domain/access/permission.ts';
import { STAFF_IDLE_MS, STAFF_LONGEST_MS } from '#lib/domain/access/session.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { isLocale, LANG } from '#lib/domain/basics/locale.ts';
import { type NewSession, touchStaffSession } from '#lib/store/staff/sessions.ts';
import type { Actor, Context, StaffContext } from '#lib/usecases/context.ts';
import { findOpenSession, whileSignedIn } from '#lib/usecases/still-signed-in.ts';

const claims = z.object({ sub: z.string(), sid: z.string() });
type Token = z.output<typeof claims>;

export interface SignedIn {
  readonly actor: Actor;
  readonly sessionId: string;
}

/**
 * The sealed token (JWE) that names a session row; by itself it grants nothing. It outlives the session
 * by its idle time, so that what is typed across the end of the session is known to be somebody's.
 */
export async function staffCookie({ staffId, sessionId }: NewSession): Promise<CookieToSet> {
  const secret = wired().secrets.staffSessionKey;
  const maxAge = (STAFF_LONGEST_MS + STAFF_IDLE_MS) / 1000;
  return {
    name: 'staff',
    value: await encode({ token: { sub: staffId, sid: sessionId }, secret, maxAge }),
  };
}

/** Whose browser this was last: the token alone, also of a session that has ended. */
export async function readStaffToken(cookieHeader: string | null): Promise<Token | null> {
  const { config, secrets } = wired();
  const token = readCookie(config, cookieHeader, 'staff');
  if (!token) return null;
  const payload = await decode({ token, secret: secrets.staffSessionKey }).catch(() => null);
  return claims.safeParse(payload).data ?? null;
}

/**
 * Who is asking, read from the session row on every request: a disabled account, a revoked or an idle
 * session is nobody from the next request on.
 */
export async function getActor(
  cookieHeader: string | null,
  now: Instant,
): Promise<SignedIn | null> {
  const { db } = wired();
  const token = await readStaffToken(cookieHeader);
  if (!token) return null;
  const session = await findOpenSession(db, token.sid, now);
  if (session?.staff.id !== token.sub) return null;
  if (now - session.lastSeenAt > 60_000) await touchStaffSession(db, token.sid, now);
  const { id, name, roles, service } = session.staff;
  const { verifiedAt } = session;
  return { sessionId: token.sid, actor: { id, name, roles, service, verifiedAt } };
}

export interface StaffView<P extends Permission> {
  readonly frame: Frame;
  readonly ctx: StaffContext<P>;
  readonly sessionId: string;
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
  const flash = flashOf(opened, header);
  return {
    frame: { ...staffFrame(opened, signedIn), told: flash?.told },
    ctx: staffContext(opened, signedIn, permission as P, ''),
    sessionId: signedIn.sessionId,
    flash,
    url: opened.url,
  };
}

export interface OpenStaffView {
  readonly frame: Frame;
  readonly context: Context;
  readonly flash: Flash | null;
  readonly signedIn: SignedIn | null;
  /** Something typed waits for the person who typed it to sign in. */
  readonly kept: boolean;
}

/** What a staff page starts with that needs no session: sign-in and an invitation. */
export async function openStaff(locale: string, path: string): Promise<OpenStaffView> {
  const { opened, header, signedIn } = await openPage(locale, path);
  const frame = staffFrame(opened, null);
  const { config, secrets, now } = opened.context;
  const kept = readKept(secrets, now, readCookie(config, header, 'kept')) !== null;
  return { frame, context: opened.context, flash: flashOf(opened, header), signedIn, kept };
}

/** The frame of a page that could not be made: nobody is asked who is signed in. */
export async function outOfOrderFrame(locale: string, path: string): Promise<Frame> {
  const { opened } = await openAddress(locale, path);
  return staffFrame(opened, null);
}

/** The frame of a page that is not there. */
export async function missingFrame(locale: string, path: string): Promise<Frame> {
  const { opened, signedIn } = await openPage(locale, path);
  return staffFrame(opened, signedIn);
}

async function openPage(locale: string, path: string) {
  const { opened, header } = await openAddress(locale, path);
  return { opened, header, signedIn: await getActor(header, opened.context.now) };
}

async function openAddress(locale: string, path: string) {
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
  /** None in the low-data version. */
  readonly scripts: readonly string[];
  /** Set by proxy.ts for this one answer. */
  readonly nonce: string | undefined;
}

/** What the root layout needs; it asks nobody who they are, each page does that itself. */
export async function staffRoot(locale: string): Promise<StaffRoot> {
  const headers = await nextHeaders();
  const display = readDisplay(readCookie(wired().config, headers.get('cookie'), 'd'));
  const lang = LANG[isLocale(locale) ? locale : 'en'];
  const scripts = display.lowData ? [] : [assets.script, assets.passkey, assets.thread];
  return { lang, display, css: assets.css, scripts, nonce: headers.get('x-nonce') ?? undefined };
}

/** Where a permission is asked for, and with it every transaction of the request. */
export function staffContext<P extends Permission>(
  { context }: Opened,
  { actor, sessionId }: SignedIn,
  permission: P,
  key: string,
): StaffContext<P> {
  const { now } = context;
  const db = whileSignedIn(context.db, { sessionId, permission, service: actor.service, now });
  return { ...context, db, actor, permission, key };
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
