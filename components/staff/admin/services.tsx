import { pageOf } from '#lib/domain/referrals/pages.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { PageLinks } from '../../layout/page-links.tsx';
import { staffPaths } from '../../layout/paths.ts';
import type { ToldProblems } from '../directory/file-problems.tsx';
import { Transfer } from '../directory/transfer.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { HelpLines, type Line } from './help-lines.tsx';
import { type ListedService, serviceCells } from './service-cells.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly services: readonly ListedService[];
  readonly lines: readonly Line[];
  /** The part of the list that the address asks for. */
  readonly page?: string | undefined;
  /** What is wrong in a file that was not imported. */
  readonly problems: ToldProblems | null;
  /** What the last post did: `checked` names a help line, `service` an entry and `change` what became of it, `imported` a file, `looked` an entry whose reports were seen. */
  readonly told: Readonly<Record<string, string>>;
}

/** Rows with buttons: what a browser draws at once. */
const PAGE = 50;
const COLUMNS = ['name', 'area', 'wait', 'assured', 'state', 'action'] as const;

/** The directory with what keeps it true, and the help lines with the day of their last check. */
export function Services({ frame, errors, services, lines, page, problems, told }: Props) {
  const { t } = frame;
  const mends = staffErrors(t, errors);
  const columns = COLUMNS.map((key) => ({
    key,
    label: t(`staff.services.column.${key}`),
    action: key === 'action',
  }));
  const paged = pageOf(services, PAGE, page);
  const sentence = sentenceOf({ frame, services, lines, told });
  return (
    <StaffPage
      frame={frame}
      title={t('staff.services.title')}
      current="services"
      failed={mends.length > 0}
    >
      <ErrorSummary t={t} errors={mends} />
      {sentence === null ? null : (
        <Notice role="status">
          <p>{sentence}</p>
        </Notice>
      )}
      <p>{t('staff.services.lead')}</p>
      <p>{t('staff.services.keep')}</p>
      <p className="actions">
        <a className="alone" href={frame.href(staffPaths.addService)}>
          {t('directory.edit.add')}
        </a>
      </p>
      <Transfer frame={frame} errors={mends} problems={problems} />
      {services.length === 0 ? <p>{t('staff.services.none')}</p> : null}
      {services.length === 0 ? null : (
        <DataTable
          caption={t('staff.services.caption')}
          columns={columns}
          rows={paged.shown.map((s) => ({ key: s.service.id, cells: serviceCells(frame, s) }))}
          stacked
        />
      )}
      <PageLinks frame={frame} paged={paged} pathOf={(to) => `${staffPaths.services}?page=${to}`} />
      <HelpLines frame={frame} lines={lines} />
    </StaffPage>
  );
}

const CHANGES = ['confirmed', 'paused', 'reopened'] as const;

function sentenceOf({
  frame: { t, locale },
  services,
  lines,
  told,
}: Omit<Props, 'errors' | 'problems' | 'page'>): string | null {
  if (told['imported'] !== undefined) {
    const count = (name: string) => Number(told[name] ?? 0);
    return t('directory.import.told', {
      added: count('added'),
      changed: count('changed'),
      same: count('same'),
      paused: count('paused'),
      hidden: count('hidden'),
      leftOut: count('leftOut'),
    });
  }
  const seen = services.find(({ service }) => service.id === told['looked']);
  if (seen) return t('directory.reports.told', { name: seen.service.name[locale] });
  const line = lines.find(({ id }) => id === told['checked']);
  if (line) return t('staff.services.told', { line: line.name });
  const found = services.find(({ service }) => service.id === told['service']);
  const change = CHANGES.find((known) => known === told['change']);
  if (!found || !change) return null;
  return t(`staff.services.did.${change}`, { name: found.service.name[locale] });
}
