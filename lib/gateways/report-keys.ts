import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { hmac } from './hashes.ts';
import { deriveKey, open, seal } from './seal.ts';
import type { WebSecrets } from './secrets.ts';

/** Each text of a case is sealed with one key of its own purpose, bound to its case and to what it is. */
export type ReportText = 'words' | 'answer' | 'happened' | 'done' | 'note';

const keyOf = (secrets: WebSecrets) => deriveKey(secrets.threadStaffKey, 'report words');
const contextOf = (id: string, what: ReportText) => `report|${id}|${what}`;

export function sealReport(
  secrets: WebSecrets,
  id: string,
  what: ReportText,
  text: string,
): Buffer {
  return seal(keyOf(secrets), contextOf(id, what), Buffer.from(text, 'utf8'));
}

/** Null where there is nothing, or where it does not open. */
export function openReport(
  secrets: WebSecrets,
  id: string,
  what: ReportText,
  box: Uint8Array | null,
): string | null {
  return box && (open(keyOf(secrets), contextOf(id, what), box)?.toString('utf8') ?? null);
}

/** What the reports of one person are found by: without the key it leads from no report to a pathway, nor back. */
export function reportTag(secrets: WebSecrets, pathwayId: PathwayId): Buffer {
  return hmac(deriveKey(secrets.threadStaffKey, 'report owner'), pathwayId);
}
