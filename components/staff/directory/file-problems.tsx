import type { Problem } from '#lib/domain/referrals/hsds/problems.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';

export interface ToldProblems {
  readonly shown: readonly Problem[];
  /** Those that were found before reading stopped; more than are shown where there are more. */
  readonly count: number;
}

const COLUMNS = ['at', 'field', 'what'] as const;

/** Each thing to mend in a file that was not imported: where it stands, and what to do. */
export function FileProblems({ frame, problems }: { frame: Frame; problems: ToldProblems }) {
  const { t } = frame;
  const { shown, count } = problems;
  const columns = COLUMNS.map((key) => ({ key, label: t(`directory.problem.${key}`) }));
  const rows = shown.map(({ file, at, field, code }, n) => ({
    key: String(n),
    cells: {
      at: /^\d+$/.test(at) ? t('directory.problem.line', { file, line: at }) : `${file} ${at}`,
      field: field === '' ? t('directory.problem.whole') : field,
      what: t(`directory.problem.code.${code}`),
    },
  }));
  return (
    <>
      <DataTable caption={t('directory.problem.caption')} columns={columns} rows={rows} stacked />
      {count > shown.length ? <p>{t('directory.problem.more')}</p> : null}
    </>
  );
}
