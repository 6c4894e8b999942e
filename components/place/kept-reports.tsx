import { DataTable } from '../layout/data-table.tsx';
import type { Frame } from '../layout/frame.ts';
import { StoredValue } from './stored-value.tsx';

const FACTS = ['number', 'kind', 'arrivedAt', 'closedAt'] as const;
export type KeptReport = Readonly<Record<(typeof FACTS)[number], string | null>>;

interface Props {
  readonly frame: Frame;
  readonly reports: readonly KeptReport[];
}

/** What is stored of what somebody told us with their code; the words stand on the page of reports. */
export function KeptReports({ frame: { t }, reports }: Props) {
  if (reports.length === 0) return null;
  return (
    <DataTable
      caption={t('report.data.caption')}
      columns={FACTS.map((key) => ({ key, label: t(`report.data.${key}`) }))}
      rows={reports.map((report, place) => ({
        key: String(place),
        cells: Object.fromEntries(
          FACTS.map((name) => {
            const value = report[name];
            return [name, value === null ? '–' : <StoredValue key={name} t={t} value={value} />];
          }),
        ),
      }))}
      stacked
    />
  );
}
