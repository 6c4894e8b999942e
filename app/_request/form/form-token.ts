import { hmac, randomBytes, sameBytes } from '#lib/gateways/hashes.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';

/**
 * The hidden field of every form: a random id, by which a repeated post is known, and its
 * proof that this server rendered the form for this browser (`bound` = session or staff session id).
 */
export function newFormToken(secrets: WebSecrets, bound: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${proof(secrets, bound, id).toString('base64url')}`;
}

/** For a browser without a session: what the form that opens one is bound to. */
export function newBrowserMark(): string {
  return randomBytes(16).toString('base64url');
}

/** The form's id, or null where the token is missing, forged or of another session. */
export function readFormToken(secrets: WebSecrets, bound: string, token: string): string | null {
  const [id, mac] = token.split('.');
  if (!id || !mac || id.length !== 22) return null;
  return sameBytes(Buffer.from(mac, 'base64url'), proof(secrets, bound, id)) ? id : null;
}

/**
 * Names one act: the same form with the same content again is the same act, however often it comes. A
 * form that was stopped, changed and sent once more is another: what was typed last must not get lost.
 */
export function actKey(
  secrets: WebSecrets,
  formId: string,
  values: Readonly<Record<string, string>>,
): string {
  const content = JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return hmac(secrets.formKey, `act|${formId}|${content}`).subarray(0, 16).toString('base64url');
}

function proof(secrets: WebSecrets, bound: string, id: string): Buffer {
  return hmac(secrets.formKey, `${bound}|${id}`).subarray(0, 16);
}
