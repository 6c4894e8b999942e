import type { Locale } from '#lib/domain/basics/locale.ts';
import type { AccessTier, Missing, PackageFile } from './column.ts';
import type { Shape } from './columns.ts';
import type { Comparisons } from './find-comparisons.ts';
import type { Found } from './find-levels.ts';

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
  readonly filter: unknown;
  /** ISO date; its days are over. */
  readonly cutoff: string;
  readonly snapshotId: string;
  readonly people: number;
  /** As it may be shown: everybody who began, and those without research consent. */
  readonly began: string;
  readonly leftOut: string;
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
  open: 'open tier: quarters, windows of days, merged codes, one row a person and no order of steps',
  controlled: 'controlled tier: exact days and weeks, under the terms in TERMS.md',
};
