import type { Service } from '#lib/domain/referrals/service.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { formatDate } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { HelpLines, type Line } from './help-lines.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly services: readonly Service[];
  readonly lines: readonly Line[];
  /** The id of the help line whose check was just recorded. */
  readonly checked: string | null;
}

const COLUMNS = ['name', 'area', 'wait', 'assured', 'state'] as const;

/** The directory as visitors see it, and the help lines with the day of their last check. */
export function Services({ frame, errors, services, lines, checked }: Props) {
  const { t } = frame;
  const mends = staffErrors(t, errors);
  const columns = COLUMNS.map((key) => ({ key, label: t(`staff.services.column.${key}`) }));
  const told = lines.find(({ id }) => id === checked);
  return (
    <StaffPage
      frame={frame}
      title={t('staff.services.title')}
      current="services"
      failed={mends.length > 0}
    >
      <ErrorSummary t={t} errors={mends} />
      {told === undefined ? null : (
        <Notice role="status">
          <p>{t('staff.services.told', { line: told.name })}</p>
        </Notice>
      )}
      <p>{t('staff.services.lead')}</p>
      {services.length === 0 ? <p>{t('staff.services.none')}</p> : null}
      {services.length === 0 ? null : (
        <DataTable
          caption={t('staff.services.caption')}
          columns={columns}
          rows={services.map((s) => ({ key: s.id, cells: cellsOf(frame, s) }))}
          stacked
        />
      )}
      <HelpLines frame={frame} lines={lines} />
    </StaffPage>
  );
}

function cellsOf({ t, locale }: Frame, service: Service) {
  const { name, area, waitDays, assuredDate, paused, fictitious } = service;
  return {
    name: (
      <>
        {name[locale]}
        {fictitious ? (
          <span className="note block font-normal">{t('staff.services.fictitious')}</span>
        ) : null}
      </>
    ),
    area,
    wait:
      waitDays === null
        ? t('staff.services.waitUnknown')
        : t('staff.services.wait', { days: waitDays }),
    assured: formatDate(locale, assuredDate),
    state: paused ? <strong>{t('staff.services.paused')}</strong> : t('staff.services.shown'),
  };
}
