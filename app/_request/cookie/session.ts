import type { Instant } from '#lib/domain/basics/ids.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import type { VisitorSession } from '#lib/usecases/context.ts';
import { emptyCheck } from '#lib/usecases/visitor/check/start-check.ts';
import type { CookieToSet } from './cookies.ts';
import { openBytes, sealBytes } from './sealed.ts';

const MINUTE_MS = 60_000;
/** Ruling R13: answers live 24 h on a private device; ux.md section 3: 15 idle minutes on a shared one. */
const PRIVATE_MINUTES = 24 * 60;
const SHARED_IDLE_MINUTES = 15;

/** The open session, or null where there is none or its time is over. */
export function openSession(
  secrets: WebSecrets,
  now: Instant,
  text: string | null,
): VisitorSession | null {
  if (!text) return null;
  const plain = openBytes(secrets, 'session', now, text);
  const session = plain && (JSON.parse(plain.toString('utf8')) as VisitorSession);
  return session && session.until > now ? ofToday(session) : null;
}

/** A check that was begun before there were topics is one of low mood. */
function ofToday(session: VisitorSession): VisitorSession {
  const { check } = session;
  return check === null ? session : { ...session, check: { ...emptyCheck('mood'), ...check } };
}

/** A private device keeps its first 24 hours; on a shared one every page starts the 15 minutes anew. */
export function sessionCookie(
  secrets: WebSecrets,
  now: Instant,
  session: VisitorSession,
): CookieToSet {
  if (!session.shared) {
    const maxAge = Math.max(1, Math.floor((session.until - now) / 1000));
    return { name: 's', value: sealSession(secrets, now, session), maxAge };
  }
  const until = (now + SHARED_IDLE_MINUTES * MINUTE_MS) as Instant;
  return { name: 's', value: sealSession(secrets, now, { ...session, until }) };
}

function sealSession(secrets: WebSecrets, now: Instant, session: VisitorSession): string {
  return sealBytes(secrets, 'session', now, Buffer.from(JSON.stringify(session)));
}

/** A session of a check that begins, or of a person who came back. */
export function newSession(
  now: Instant,
  from: Pick<VisitorSession, 'pathwayId' | 'shared'> & Partial<VisitorSession>,
): VisitorSession {
  const minutes = from.shared ? SHARED_IDLE_MINUTES : PRIVATE_MINUTES;
  return {
    sid: randomBytes(16).toString('base64url'),
    until: (now + minutes * MINUTE_MS) as Instant,
    check: null,
    support: 'no',
    code: null,
    codeEnd: null,
    recordKey: null,
    ...from,
  };
}
