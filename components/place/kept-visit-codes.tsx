import { DataTable } from '../layout/data-table.tsx';
import type { Frame } from '../layout/frame.ts';
import { StoredValue } from './stored-value.tsx';

const FACTS = ['service', 'state', 'issuedDay', 'redeemedDay', 'issuedAt', 'redeemedAt'] as const;
export type KeptVisitCode = Readonly<Record<(typeof FACTS)[number], string | number | null>>;

interface Props {
  readonly frame: Frame;
  readonly codes: readonly KeptVisitCode[];
}

/** What is stored of the visit codes; the codes themselves are not. */
export function KeptVisitCodes({ frame: { t }, codes }: Props) {
  if (codes.length === 0) return null;
  return (
    <DataTable
      caption={t('mine.data.visit.caption')}
      columns={FACTS.map((key) => ({ key, label: t(`mine.data.visit.${key}`) }))}
      rows={codes.map((code, place) => ({
        key: String(place),
        cells: Object.fromEntries(
          FACTS.map((name) => {
            const value = code[name];
            return [name, value === null ? '–' : <StoredValue key={name} t={t} value={value} />];
          }),
        ),
      }))}
      stacked
    />
  );
}
