/** What is wrong in a file that somebody wants to import, and so what to do about it. */
export const PROBLEM_CODES = [
  'missing',
  'not_uuid',
  'not_number',
  'not_date',
  'not_time',
  'not_one_of',
  'not_text',
  'not_list',
  'not_object',
  'bad_character',
  'too_deep',
  'unknown_link',
  'twice',
  'too_long',
  'cells',
  'unfit',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly file: string;
  /** The line of a table, or the place in a JSON file, such as `contents[3].phones[0]`. */
  readonly at: string;
  readonly field: string;
  readonly code: ProblemCode;
}

/** Why a file cannot be read at all. */
export const FILE_PROBLEMS = [
  'empty',
  'too_large',
  'not_readable',
  'not_hsds',
  'no_services',
  'too_many',
  'too_wide',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** More than a page can show, and than anybody mends at one go. */
export const MOST_PROBLEMS = 25;
/** Columns of one table: the widest of the standard has 23. */
export const MOST_COLUMNS = 200;
/** Entries of one file: the whole of a large city. */
export const MOST_SERVICES = 2000;
/** Characters of one entry as JSON, with all that we only keep for the way back. */
export const LONGEST_SOURCE = 100_000;
/** Characters of all entries together, with what we only keep: what one import may write. */
export const LONGEST_IN_ALL = 40_000_000;

/** The first problems, no more than are told: those of one page, and one that says that there are more. */
export function firstProblems(...sources: readonly Iterable<Problem>[]): readonly Problem[] {
  const first: Problem[] = [];
  for (const source of sources) {
    for (const problem of source) {
      if (first.push(problem) > MOST_PROBLEMS) return first;
    }
  }
  return first;
}
