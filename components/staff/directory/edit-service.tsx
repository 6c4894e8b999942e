import type { ReportCount } from '#lib/domain/referrals/report.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { Reports } from './reports.tsx';
import { ServiceFacts } from './service-facts.tsx';
import { ServiceWords } from './service-words.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** The address of the page without its locale; its form posts below it. */
  readonly path: string;
  /** Null: a new entry. */
  readonly name: string | null;
  /** Names what was seen, so that nobody's work is written over unseen. */
  readonly seen: string;
  readonly values: Readonly<Record<string, string>>;
  readonly reports: readonly ReportCount[];
  readonly saved: boolean;
}

/** One entry of the directory with all its fields, each text in three languages. */
export function EditService({ frame, errors, path, name, seen, ...rest }: Props) {
  const { t } = frame;
  const { values, reports, saved } = rest;
  const mends = staffErrors(t, errors);
  const fields = { t, values, errors: mends };
  return (
    <StaffPage
      frame={frame}
      title={name ?? t('directory.edit.add')}
      current="services"
      failed={mends.length > 0}
      up={{ path: staffPaths.services, text: t('staff.services.title') }}
    >
      <ErrorSummary t={t} errors={mends} />
      {saved ? (
        <Notice role="status">
          <p>{t('directory.edit.saved')}</p>
        </Notice>
      ) : null}
      {reports.length === 0 ? null : (
        <Notice heading={t('directory.reports.title')}>
          <Reports frame={frame} name={name ?? ''} reports={reports} />
        </Notice>
      )}
      <Form frame={frame} action={staffDo(path, 'save')}>
        <input type="hidden" name="seen" value={seen} />
        <p>{t('directory.edit.lead')}</p>
        <ServiceWords {...fields} />
        <ServiceFacts {...fields} />
        <CheckboxRows
          t={t}
          name="assured"
          legend={t('directory.edit.true')}
          choices={[{ value: 'yes', label: t('directory.edit.trueToday') }]}
          values={values['assured'] ? ['yes'] : []}
        />
        <div className="actions">
          <Button kind="dusk">{t('directory.edit.save')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}
