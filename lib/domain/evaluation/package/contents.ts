import type { Locale } from '#lib/domain/basics/locale.ts';
import type { AccessTier, Missing, PackageFile } from './column.ts';
import type { Shape } from './columns.ts';
import type { Comparisons } from './find-comparisons.ts';
import type { Found } from './find-levels.ts';
import type { PackageFilter } from './request.ts';

/** Words for names and codes, which stand in the texts of the pages. */
export interface Labels {
  column(name: string, locale: Locale): string;
  code(texts: string | null, code: string, locale: Locale): string;
  missing(reason: Missing, locale: Locale): string;
}

/** Everything that the texts of a package are written from. */
export interface Contents {
  readonly study: string;
  readonly requestId: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly shape: Shape;
  readonly filter: PackageFilter;
  /** ISO date; its days are over. */
  readonly cutoff: string;
  readonly snapshotId: string;
  readonly people: number;
  readonly merges: Extract<Found, { kind: 'levels' }>;
  readonly assigned: Comparisons;
  readonly tables: Readonly<
    Record<PackageFile, { readonly rows: number; readonly logical: string }>
  >;
  readonly service: string;
  /** Nobody in it is real: people of the simulator alone. */
  readonly synthetic: boolean;
}

export const TIER_WORDS: Readonly<Record<AccessTier, string>> = {
  open: 'open tier: quarters, windows of days, merged codes, one row a person, no order of steps, names of this request alone',
  controlled: 'controlled tier: exact days and weeks, under the terms in TERMS.md',
};
