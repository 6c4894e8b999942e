import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { deriveKey, type Key, open, seal, secretKey } from '#lib/gateways/seal.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';

const DAY_MS = 86_400_000;
const derived = new Map<string, Key>();

/** A key for one UTC day: what a browser holds cannot be opened much longer than it is meant to live. */
function keyOf(secrets: WebSecrets, id: string, day: number): Key | null {
  const master = secrets.stateKeys.find((k) => k.id === id);
  if (!master) return null;
  const name = `${id}.${day}`;
  let key = derived.get(name);
  if (!key) {
    if (derived.size > 16) derived.clear();
    key = secretKey(deriveKey(master.key, `state ${day}`));
    derived.set(name, key);
  }
  return key;
}

/** Seals bytes for a cookie: `keyId.day.box`, readable by this service alone. */
export function sealBytes(
  secrets: WebSecrets,
  purpose: string,
  now: Instant,
  bytes: Uint8Array,
): string {
  const id = secrets.stateKeys[0]?.id ?? '';
  const day = Math.floor(now / DAY_MS);
  const key = keyOf(secrets, id, day);
  if (!key) throw new Error('no state key');
  return `${id}.${day.toString(36)}.${seal(key, purpose, bytes).toString('base64url')}`;
}

/** The bytes, or null where they were sealed for something else, changed, or more than a day ago. */
export function openBytes(
  secrets: WebSecrets,
  purpose: string,
  now: Instant,
  text: string,
): Buffer | null {
  const [id, day, box] = text.split('.');
  if (!id || !day || !box) return null;
  const sealedOn = Number.parseInt(day, 36);
  const today = Math.floor(now / DAY_MS);
  if (!Number.isInteger(sealedOn) || sealedOn > today + 1 || sealedOn < today - 1) return null;
  const key = keyOf(secrets, id, sealedOn);
  return key && open(key, purpose, Buffer.from(box, 'base64url'));
}

/** Deflated first, since a message of a thousand characters must fit into a cookie. */
export function sealJson(
  secrets: WebSecrets,
  purpose: string,
  now: Instant,
  value: unknown,
): string {
  return sealBytes(secrets, purpose, now, deflateRawSync(JSON.stringify(value)));
}

/** What this service sealed itself, or null. */
export function openJson(
  secrets: WebSecrets,
  purpose: string,
  now: Instant,
  text: string | null,
): unknown {
  const packed = text && openBytes(secrets, purpose, now, text);
  return packed ? JSON.parse(inflateRawSync(packed).toString()) : null;
}
