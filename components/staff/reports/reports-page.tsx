import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { pageOf } from '#lib/domain/referrals/pages.ts';
import { ACKNOWLEDGE_DAYS, ANSWER_DAYS } from '#lib/domain/reports/deadlines.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { PageLinks } from '../../layout/page-links.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { ExportIncidents } from './export-incidents.tsx';
import { type Line, OwnerCell, WhatCell } from './report-cells.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly open: readonly Line[];
  readonly closed: readonly Line[];
  readonly serious: number;
  /** The part of the list that the address asks for. */
  readonly page?: string | undefined;
}

const PAGE = 20;
/** Closed ones are looked up by few. */
const CLOSED = 20;

/** Everything that somebody has to see to: no words of anybody stand on it. */
export function ReportsPage({ frame, errors, open, closed, serious, page }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors);
  const paged = pageOf(open, PAGE, page);
  const date = (day: Day) => formatDate(locale, isoDate(day));
  const column = (key: 'what' | 'arrived' | 'owner' | 'due' | 'outcome') => ({
    key,
    label: t(`reports.column.${key}`),
  });
  return (
    <StaffPage frame={frame} title={t('reports.title')} current="reports" failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      <p>{t('reports.lead', { taken: ACKNOWLEDGE_DAYS, answered: ANSWER_DAYS })}</p>
      <p>{t('reports.groupPosts')}</p>
      {open.length === 0 ? <p>{t('reports.none')}</p> : null}
      {open.length === 0 ? null : (
        <DataTable
          caption={t('reports.caption')}
          columns={[column('what'), column('arrived'), column('owner'), column('due')]}
          rows={paged.shown.map((line) => ({
            key: line.id ?? `${line.kind} ${line.subject}`,
            cells: {
              what: <WhatCell frame={frame} line={line} />,
              arrived: date(line.arrived),
              owner: <OwnerCell frame={frame} line={line} />,
              due: <Due frame={frame} line={line} />,
            },
          }))}
          stacked
        />
      )}
      <PageLinks frame={frame} paged={paged} pathOf={(to) => `${staffPaths.reports}?page=${to}`} />
      {closed.length === 0 ? null : (
        <DataTable
          caption={t('reports.closedCaption')}
          columns={[column('what'), column('arrived'), column('outcome')]}
          rows={closed.slice(0, CLOSED).map((line) => ({
            key: line.id ?? '',
            cells: {
              what: <WhatCell frame={frame} line={line} />,
              arrived: date(line.arrived),
              outcome: line.outcome === null ? '' : t(`reports.outcome.${line.outcome}`),
            },
          }))}
          stacked
        />
      )}
      <ExportIncidents frame={frame} count={serious} />
    </StaffPage>
  );
}

function Due({ frame, line }: { readonly frame: Frame; readonly line: Line }) {
  const { t, locale } = frame;
  const day = formatDate(locale, isoDate(line.due));
  return (
    <>
      {t(line.owner === null ? 'reports.takeBy' : 'reports.answerBy', { day })}
      {line.late ? <strong className="block">{t('reports.lateMark')}</strong> : null}
    </>
  );
}
