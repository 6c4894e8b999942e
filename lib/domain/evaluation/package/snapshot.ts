import { type PackageFile, SCHEMA_VERSION } from './column.ts';
import type { Shape } from './columns.ts';
import { DISCLOSURE_RULE } from './find-levels.ts';

/**
 * What a snapshot id is the SHA-256 of, as canonical JSON (RFC 8785): the same question to the same data has
 * the same id on any machine, whoever asks. `tables` are the hashes of the rows without the recipient's marks.
 */
export function snapshotOf(given: {
  readonly cutoff: string;
  readonly filter: unknown;
  readonly shape: Shape;
  readonly tables: Readonly<Record<PackageFile, { readonly logical: string }>>;
  readonly synthetic: boolean;
}) {
  const { tier, without } = given.shape;
  return {
    schema_version: SCHEMA_VERSION,
    cutoff: given.cutoff,
    filter: given.filter,
    tier,
    without: [...without].sort(),
    consent_scopes: ['research'],
    disclosure_rule: DISCLOSURE_RULE,
    ...(given.synthetic ? { synthetic: true } : {}),
    tables: Object.fromEntries(
      Object.entries(given.tables).map(([name, { logical }]) => [name, logical]),
    ),
  };
}
