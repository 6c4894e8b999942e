import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { deriveKey, open, seal } from '#lib/gateways/seal.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';

/** RFC 6238 as every authenticator app knows it: SHA-1, 6 digits, steps of 30 seconds. */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const STEP_MS = SETTINGS.period * 1000;
/** One step early or late: the drift that RFC 6238 section 5.2 allows for. */
const WINDOW = 1;
/** 160 bits, the length RFC 4226 section 4 recommends. */
const SECRET_BYTES = 20;

/** A new shared secret, in the base 32 that people can type. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the QR code says to the authenticator app. */
export function totpAddress(secret: string, account: string, issuer: string): string {
  return totp(secret, { label: account, issuer }).toString();
}

/** The time step whose code this is, or null where it is none of the previous, present or next. */
export function findTotpStep(secret: string, code: string, now: Instant): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / STEP_MS) + delta;
}

/** The code that an authenticator app shows at a moment. */
export function totpCode(secret: string, now: Instant): string {
  return totp(secret).generate({ timestamp: now });
}

/** Sealed for one place: `staff <id>` where it is stored, `invitation <id>` on its way to there. */
export function sealTotp(secrets: WebSecrets, context: string, secret: string): Buffer {
  return seal(keyOf(secrets), context, Buffer.from(secret));
}

export function openTotp(secrets: WebSecrets, context: string, box: Uint8Array): string | null {
  return open(keyOf(secrets), context, box)?.toString() ?? null;
}

function keyOf(secrets: WebSecrets): Buffer {
  return deriveKey(secrets.staffSessionKey, 'staff second factor');
}

function totp(secret: string, names: { readonly label?: string; readonly issuer?: string } = {}) {
  return new TOTP({ ...SETTINGS, ...names, secret: Secret.fromBase32(secret) });
}
