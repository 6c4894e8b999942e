import { Button } from '../../../form/button.tsx';
import { ErrorSummary } from '../../../form/error-summary.tsx';
import type { FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { staffErrors } from '../../shell/staff-errors.ts';
import { StaffPage } from '../../shell/staff-page.tsx';
import type { StudyRow } from './requested.ts';

interface Props {
  readonly frame: Frame;
  readonly study: StudyRow;
  /** Packages that are ready or being made. */
  readonly packages: number;
  /** Requests that wait for a second person. */
  readonly waiting: number;
  readonly errors: readonly FormError[];
}

/** The last stop before the key of a study is destroyed: what is lost with it. */
export function EndStudyPage({ frame, study, packages, waiting, ...props }: Props) {
  const { t } = frame;
  const { id, name, about } = study;
  const errors = staffErrors(t, props.errors);
  return (
    <StaffPage
      frame={frame}
      title={t('export.end.title', { name })}
      current="packages"
      failed={errors.length > 0}
      up={{ path: staffPaths.packages, text: t('export.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p className="whitespace-pre-wrap wrap-anywhere">{about}</p>
      <p>{t('export.end.lead')}</p>
      <ul>
        <li>{t('export.end.key')}</li>
        <li>{t('export.end.packages', { count: packages })}</li>
        <li>{t('export.end.waiting', { count: waiting })}</li>
      </ul>
      <p>{t('export.end.never')}</p>
      <Form frame={frame} action="/staff/research/export/do/end-study">
        <input type="hidden" name="id" value={id} />
        <div className="actions">
          <Button kind="dusk">{t('export.end.button', { name })}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}
