import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { deriveKey, open, seal } from './seal.ts';

/** The key of a person's own record, which only their return code yields (decision D8). */
function keyOf(recordKey: string): Buffer {
  return deriveKey(Buffer.from(recordKey, 'base64url'), 'own record');
}

export function sealRecord(recordKey: string, id: PathwayId, record: unknown): Buffer {
  return seal(keyOf(recordKey), `own_record|${id}`, Buffer.from(JSON.stringify(record), 'utf8'));
}

/** What was sealed, or null where this key does not open it. */
export function openRecord(recordKey: string, id: PathwayId, sealed: Uint8Array): unknown {
  const plain = open(keyOf(recordKey), `own_record|${id}`, sealed);
  return plain === null ? null : JSON.parse(plain.toString('utf8'));
}
