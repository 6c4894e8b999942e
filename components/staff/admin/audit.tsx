import type { TypedAuditFilter } from '#lib/domain/access/audit-filter.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';
import { AuditDownload, AuditFilterForm, auditAddress } from './audit-filter.tsx';
import { type Act, auditSentence } from './audit-sentence.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly typed: TypedAuditFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly lines: readonly (Act & { readonly seq: number; readonly when: LocalTime })[];
  /** How many entries there are, on every page together; null where the filter has to be mended first. */
  readonly count: number | null;
  /** The entry before which the next, older page begins. */
  readonly older: number | null;
  /** Whether this is the newest page. */
  readonly newest: boolean;
  readonly verdict: { readonly entries: number; readonly firstBad: number | null } | null;
}

export function Audit(props: Props) {
  const { frame, verdict } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('staff.audit.title')}
      current="audit"
      failed={errors.length > 0}
    >
      <ErrorSummary t={t} errors={errors} />
      {verdict === null ? null : <Verdict frame={frame} verdict={verdict} />}
      <p>{t('staff.audit.lead')}</p>
      <p>{t('staff.audit.verifyText')}</p>
      <Form frame={frame} action={staffDo(staffPaths.audit, 'verify')}>
        <div className="actions">
          <Button kind="plain">{t('staff.audit.verify')}</Button>
        </div>
      </Form>
      <h2>{t('staff.audit.filter.title')}</h2>
      <AuditFilterForm {...props} errors={errors} />
      <h2>{t('staff.audit.caption')}</h2>
      <Entries {...props} />
    </StaffPage>
  );
}

const COLUMNS = ['number', 'when', 'what'] as const;

function Entries({ frame, typed, lines, count, older, newest }: Props) {
  const { t, locale, href } = frame;
  if (count === null) return <p>{t('staff.audit.mendFirst')}</p>;
  const columns = COLUMNS.map((key) => ({ key, label: t(`staff.audit.column.${key}`) }));
  const rows = lines.map((line) => ({
    key: String(line.seq),
    cells: {
      number: line.seq,
      when: formatWhen(locale, line.when),
      what: auditSentence(frame, line),
    },
  }));
  return (
    <>
      <p>{t('staff.audit.count', { count })}</p>
      {count === 0 ? null : <AuditDownload frame={frame} typed={typed} />}
      {rows.length === 0 ? null : (
        <DataTable caption={t('staff.audit.caption')} columns={columns} rows={rows} stacked />
      )}
      <p className="actions">
        {newest ? null : <a href={href(auditAddress(typed, null))}>{t('staff.audit.newest')}</a>}
        {older === null ? null : (
          <a href={href(auditAddress(typed, older))}>{t('staff.audit.older')}</a>
        )}
      </p>
    </>
  );
}

function Verdict({ frame, verdict }: { frame: Frame; verdict: NonNullable<Props['verdict']> }) {
  const { t } = frame;
  const { entries, firstBad } = verdict;
  const broken = firstBad !== null;
  return (
    <Notice role="status">
      <p>
        {broken ? (
          <strong>{t('staff.audit.broken', { number: String(firstBad) })}</strong>
        ) : (
          t('staff.audit.holds', { count: entries })
        )}
      </p>
    </Notice>
  );
}
