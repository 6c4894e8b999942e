import type { Service } from '#lib/domain/referrals/service.ts';
import { visitModesOf } from '#lib/domain/referrals/visit.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly service: Service;
}

/** ux.md D3 */
const LINES = Array.from({ length: 30 }, (_, place) => String(place + 1));
const COLUMNS = ['number', 'code', 'mode', 'typed'] as const;

/** One side of A4, to write on while the page cannot be reached. */
export function DeskSheet({ frame, service }: Props) {
  const { t, locale } = frame;
  const modes = visitModesOf(service).map((mode) => `☐ ${t(`desk.mode.${mode}`)}`);
  return (
    <StaffPage
      frame={frame}
      title={t('desk.sheet.title')}
      current="desk"
      up={{ path: staffPaths.desk, text: t('desk.title') }}
    >
      <p className="no-print">{t('desk.sheet.lead')}</p>
      <p className="no-print actions">
        <button className="button button-dusk" type="button" hidden data-enhance="print">
          {t('shell.print')}
        </button>
      </p>
      <p>
        <strong>{t('desk.sheet.service', { service: service.name[locale] })}</strong>
        <span className="block">{t('desk.sheet.date')}</span>
      </p>
      <p>{t('desk.sheet.rule')}</p>
      <div className="paper-sheet">
        <DataTable
          caption={t('desk.sheet.caption')}
          columns={COLUMNS.map((key) => ({ key, label: t(`desk.sheet.${key}`) }))}
          rows={LINES.map((number) => ({
            key: number,
            cells: {
              number,
              code: <span className="font-code whitespace-pre">{t('desk.sheet.boxes')}</span>,
              mode: modes.join('  '),
              typed: '☐',
            },
          }))}
        />
      </div>
    </StaffPage>
  );
}
