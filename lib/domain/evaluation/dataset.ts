/** One column of a file, with all that a reader of the file needs: the codebook is printed from it. */
export interface Column<R> {
  readonly name: string;
  readonly type: 'text' | 'code' | 'integer' | 'boolean';
  readonly label: string;
  /** The codes in use, or the range of a number, as a reader would write it down. */
  readonly values: string;
  /** When it is empty. */
  readonly emptyWhen: string;
  /** The step and field that it comes from. */
  readonly source: string;
  readonly read: (record: R) => Value;
}
export type Value = string | number | boolean | null;

export interface Dataset<R> {
  readonly file: string;
  readonly title: string;
  readonly row: string;
  readonly columns: readonly Column<R>[];
}

export const CODEBOOK_COLUMNS = [
  'file',
  'position',
  'name',
  'type',
  'label',
  'values',
  'empty_when',
  'source',
] as const;

/** The codebook of some files: one row a column, in the order of the columns. */
export function codebookRows(
  datasets: readonly Pick<Dataset<never>, 'file' | 'columns'>[],
): readonly (readonly Value[])[] {
  return datasets.flatMap(({ file, columns }) =>
    columns.map(({ name, type, label, values, emptyWhen, source }, i) => [
      file,
      i + 1,
      name,
      type,
      label,
      values,
      emptyWhen,
      source,
    ]),
  );
}

/** One record as a row of its file. Booleans are 0 and 1, which every statistics program reads. */
export function rowOf<R>(dataset: Dataset<R>, record: R): readonly (string | number | null)[] {
  return dataset.columns.map(({ read }) => {
    const value = read(record);
    return typeof value === 'boolean' ? Number(value) : value;
  });
}

/** What both files say of whose record it is. The start date, the id and the code are in neither. */
export interface Named {
  readonly pid: string;
  /** ISO week of the start. */
  readonly startWeek: string;
}

export const NAMED_COLUMNS = [
  {
    name: 'pid',
    type: 'text',
    label: 'Pathway, by a random name that is different in every download',
    values: 'p and 15 letters or digits 2-7',
    emptyWhen: 'never',
    source: 'made for this download',
    read: ({ pid }) => pid,
  },
  {
    name: 'start_week',
    type: 'text',
    label: 'ISO 8601 week in which the pathway started',
    values: 'YYYY-Www',
    emptyWhen: 'never',
    source: 'start date, never exported itself',
    read: ({ startWeek }) => startWeek,
  },
] as const satisfies readonly Column<Named>[];
