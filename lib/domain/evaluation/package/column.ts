/** Files of the package that hold rows. */
export const PACKAGE_FILES = [
  'pathways',
  'transitions',
  'screenings',
  'checkins',
  'assignments',
] as const;
export type PackageFile = (typeof PACKAGE_FILES)[number];

/**
 * `open`: a few coarse columns of one row a person, which link nobody across two studies.
 * `controlled`: exact days and weeks, under terms that somebody signs.
 */
export const ACCESS_TIERS = ['open', 'controlled'] as const;
export type AccessTier = (typeof ACCESS_TIERS)[number];

/** Why a cell holds no value; each stands in the cell by its name, so that nothing is ever just empty. */
export const MISSING = [
  'not_reached',
  'not_asked',
  'skipped',
  'not_applicable',
  'suppressed',
] as const;
export type Missing = (typeof MISSING)[number];

/** Layers of the pathway's framework (measurement.md A): input, attitude, moderator, output, technical. */
export type Layer = 'input' | 'attitude' | 'moderator' | 'output' | 'technical';

/** What makes values coarser, finest first; a column that even the last leaves too fine has to go. */
export type Coarsening =
  | { readonly kind: 'same' }
  /** Whole numbers by the ends of their ranges: `[3, 7]` gives 1_to_3, 4_to_7, 8_or_more. */
  | { readonly kind: 'ranges'; readonly first: number; readonly ends: readonly number[] }
  /** `rest`: whatever is in no group, and also where there is no value. */
  | {
      readonly kind: 'groups';
      readonly to: Readonly<Record<string, string>>;
      readonly rest?: string;
    }
  /** ISO weeks, or the quarter or year that holds their Thursday. */
  | { readonly kind: 'period'; readonly unit: 'week' | 'quarter' | 'year' }
  /** Whether there is a value at all. */
  | { readonly kind: 'whether' }
  | { readonly kind: 'hidden' };

/** Columns of one concept are made coarser together, in every file. */
export type Concept = 'entry' | 'instrument' | 'band' | 'total' | 'consent_text' | 'none';

/** One column of one file: everything that is ever said about it is made from this. */
export interface Column {
  readonly file: PackageFile;
  readonly name: string;
  readonly type: 'string' | 'integer';
  readonly unit: 'day' | 'point' | 'count' | null;
  /** Codes of a closed list, in their order; null where there is no list. */
  readonly codes: readonly string[] | null;
  /** Which texts name the codes. */
  readonly codeTexts: string | null;
  readonly ordered: boolean;
  readonly range: readonly [number, number] | null;
  readonly missing: readonly Missing[];
  /** Who has a value, and where it comes from: definitions, in English. */
  readonly universe: string;
  readonly step: string;
  readonly derivation: string;
  readonly layer: Layer;
  /** The line of the consent text that names it (ruling R4). */
  readonly scope:
    | 'total'
    | 'intention'
    | 'steps'
    | 'days'
    | 'week'
    | 'entry_point'
    /** The line that stands there while a comparison runs. */
    | 'chance'
    | 'nothing of the person';
  readonly disclosure: 'direct' | 'quasi' | 'sensitive' | 'none';
  readonly since: string;
  readonly concept: Concept;
  /** How fine it is in the open tier, and how coarse it can get there; null: not in that tier. */
  readonly open: readonly Coarsening[] | null;
  /** The same of the controlled tier. */
  readonly controlled: readonly Coarsening[];
}

/** Semantic version of the columns: additive = minor; another name or meaning = major. */
export const SCHEMA_VERSION = '2.1.0';

type Ranges = Extract<Coarsening, { kind: 'ranges' }>;

/** The codes of ranges, in their order. No code begins with a sign, and none looks like a date. */
export function rangeCodes({ first, ends }: Pick<Ranges, 'first' | 'ends'>): readonly string[] {
  const starts = [first, ...ends.map((end) => end + 1)];
  return starts.map((start, i) => {
    const end = ends[i];
    if (end === undefined) return `${start}_or_more`;
    return start === end ? String(start) : `${start}_to_${end}`;
  });
}
