import type { LocalTime } from '#lib/domain/guidance/promise.ts';
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
import { type Act, auditSentence } from './audit-sentence.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly lines: readonly (Act & { readonly seq: number; readonly when: LocalTime })[];
  /** The entry before which the next, older page begins. */
  readonly older: number | null;
  /** Whether this is the newest page. */
  readonly newest: boolean;
  readonly verdict: { readonly entries: number; readonly firstBad: number | null } | null;
}

const COLUMNS = ['number', 'when', 'what'] as const;

export function Audit({ frame, errors, lines, older, newest, verdict }: Props) {
  const { t, locale } = frame;
  const told = staffErrors(t, errors);
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
    <StaffPage
      frame={frame}
      title={t('staff.audit.title')}
      current="audit"
      failed={told.length > 0}
    >
      <ErrorSummary t={t} errors={told} />
      {verdict === null ? null : <Verdict frame={frame} verdict={verdict} />}
      <p>{t('staff.audit.lead')}</p>
      <p>{t('staff.audit.verifyText')}</p>
      <Form frame={frame} action={staffDo(staffPaths.audit, 'verify')}>
        <div className="actions">
          <Button kind="dusk">{t('staff.audit.verify')}</Button>
        </div>
      </Form>
      {rows.length === 0 ? <p>{t('staff.audit.empty')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable caption={t('staff.audit.caption')} columns={columns} rows={rows} stacked />
      )}
      <p className="actions">
        {newest ? null : <a href={frame.href(staffPaths.audit)}>{t('staff.audit.newest')}</a>}
        {older === null ? null : (
          <a href={frame.href(`${staffPaths.audit}?before=${older}`)}>{t('staff.audit.older')}</a>
        )}
      </p>
    </StaffPage>
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
