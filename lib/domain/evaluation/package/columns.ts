import { ASSIGNMENTS } from './assignment-columns.ts';
import {
  type AccessTier,
  type Coarsening,
  type Column,
  type Concept,
  type Missing,
  type PackageFile,
  rangeCodes,
} from './column.ts';
import { PATHWAYS } from './pathway-columns.ts';
import { STEP_FILES } from './step-columns.ts';

/** Every column of every file, in their order: the one table that all the rest is made from. */
export const COLUMNS: readonly Column[] = [...PATHWAYS, ...STEP_FILES, ...ASSIGNMENTS];

/** How far each concept or single column was made coarser: 0 is as fine as the tier gives it. */
export type Levels = Readonly<Record<string, number>>;

export interface Shape {
  readonly tier: AccessTier;
  /** Columns of `pathways` that whoever asked did without. */
  readonly without: readonly string[];
  readonly levels: Levels;
  /** Codes of the comparisons whose assignments are in it. */
  readonly comparisons: readonly string[];
}

/** What is made coarser together: the concept, or the column alone. */
export const levelKey = (column: Pick<Column, 'concept' | 'name'>): string =>
  column.concept === 'none' ? column.name : column.concept;

export const levelsOf = (column: Column, tier: AccessTier): readonly Coarsening[] | null =>
  tier === 'open' ? column.open : column.controlled;

/** A total is as coarse as its band, and how long somebody was followed as when they came. */
const FOLLOWS: Partial<Record<Concept, Concept>> = { total: 'band' };

export function coarseningOf(
  column: Column,
  { tier, levels, without }: Omit<Shape, 'comparisons'>,
): Coarsening {
  // What was left out of the people's file is not in the files of steps either.
  if (column.file !== 'pathways' && without.includes(FOLLOWS[column.concept] ?? column.concept)) {
    return { kind: 'hidden' };
  }
  const all = levelsOf(column, tier) ?? [];
  const key = FOLLOWS[column.concept] ?? levelKey(column);
  return all[Math.min(levels[key] ?? 0, all.length - 1)] ?? { kind: 'same' };
}

/** Columns that cannot be left out: without them a file has no rows that mean anything. */
const ALWAYS = new Set(['person']);

export function canBeLeftOut(column: Column, tier: AccessTier): boolean {
  return column.file === 'pathways' && levelsOf(column, tier) !== null && !ALWAYS.has(column.name);
}

/** What stands in a file of this shape. */
export function columnsOf(
  file: PackageFile,
  { tier, without }: Pick<Shape, 'tier' | 'without'>,
): readonly Column[] {
  const gone = goneWith(without);
  return COLUMNS.filter(
    (column) =>
      column.file === file &&
      (file !== 'pathways' || levelsOf(column, tier) !== null) &&
      !(file === 'pathways' && gone.has(column.name)),
  );
}

/** When somebody came can be worked out from how long they were followed, and a band from its total. */
function goneWith(without: readonly string[]): ReadonlySet<string> {
  const gone = new Set(without);
  if (gone.has('entry')) for (const name of ['followed_days', 'time', 'status']) gone.add(name);
  if (gone.has('band')) for (const name of ['total', 'last_total']) gone.add(name);
  return gone;
}

/** The open tier has one row a person and no steps: an order of steps is a fingerprint. */
export const hasRows = (file: PackageFile, tier: AccessTier): boolean =>
  tier === 'controlled' || file === 'pathways';

/** What a cell of this column holds in a file of this shape: a number that was made coarser is a code. */
export function cellType(column: Column, shape: Shape): 'string' | 'integer' {
  return coarseningOf(column, shape).kind === 'same' ? column.type : 'string';
}

/** The codes of a column in a file of this shape; null where there is no closed list. */
export function cellCodes(column: Column, shape: Shape): readonly string[] | null {
  const how = coarseningOf(column, shape);
  switch (how.kind) {
    case 'same':
      return column.codes;
    case 'ranges':
      return rangeCodes(how);
    case 'groups':
      return [...new Set([...Object.values(how.to), ...(how.rest ? [how.rest] : [])])];
    case 'whether':
      return ['yes'];
    case 'hidden':
      return [];
    case 'period':
      return null;
  }
}

/** Reasons for a missing value that can stand in a cell of this column. */
export function cellMissing(column: Column, shape: Shape): readonly Missing[] {
  const how = coarseningOf(column, shape);
  if (how.kind === 'hidden') return ['suppressed'];
  return how.kind === 'groups' && how.rest ? [] : column.missing;
}
