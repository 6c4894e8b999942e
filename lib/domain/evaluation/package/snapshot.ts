import { type PackageFile, SCHEMA_VERSION } from './column.ts';
import type { Shape } from './columns.ts';
import { DISCLOSURE_RULE } from './find-levels.ts';
import type { PackageFilter } from './request.ts';

/**
 * What names in an open package are made of, beside the key of the study: whoever asks the same again gets the same
 * names, and whoever asks anything else gets others. Levels are in it, because somebody who took consent back can
 * change them.
 */
export function questionOf(given: {
  readonly cutoff: string;
  readonly filter: PackageFilter;
  readonly shape: Shape;
}) {
  const { levels, without } = given.shape;
  return { cutoff: given.cutoff, filter: given.filter, without: [...without].sort(), levels };
}

/**
 * What a snapshot id is the SHA-256 of, as canonical JSON (RFC 8785): the same question to the same data has
 * the same id on any machine, whoever asks. `tables` are the hashes of the rows without the recipient's marks.
 */
export function snapshotOf(given: {
  readonly cutoff: string;
  readonly filter: PackageFilter;
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
