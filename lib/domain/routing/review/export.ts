import { z } from 'zod';
import { DECISIONS } from './approval.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const person = z.string().min(1).max(200).nullable();
const moment = z.iso.datetime();

/** A version as a file: what it says, who wrote it, who decided what, and since when it acts. */
export const exportSchema = z.strictObject({
  format: z.literal('handrail-policy'),
  version: z.literal(1),
  hash,
  document: z.record(z.string(), z.unknown()),
  author: person,
  decisions: z
    .array(
      z.strictObject({ decision: z.enum(DECISIONS), by: person, at: moment, note: z.string() }),
    )
    .max(100),
  published: z.array(z.strictObject({ by: person, from: moment })).max(100),
  /** Ed25519 over the canonical text of all of the above. */
  key: z.string().max(100),
  signature: z.string().max(200),
});

export type PolicyExport = z.infer<typeof exportSchema>;

/** What the signature is over. */
export function signedPart({
  key: _key,
  signature: _signature,
  ...signed
}: PolicyExport): Omit<PolicyExport, 'key' | 'signature'> {
  return signed;
}
