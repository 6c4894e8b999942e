import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';

import { PasskeyForm } from './passkey-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** Null for who has no passkey. */
  readonly passkey: string | null;
}

/** The second factor once more, before something that another person's hands must not do here. */
export function Confirm({ frame, errors, passkey }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  return (
    <StaffPage frame={frame} title={t('staff.confirm.title')} failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      <p>{t('staff.confirm.why')}</p>
      <p>{t('staff.confirm.kept')}</p>
      <Form frame={frame} action={staffDo(staffPaths.confirm, 'give')}>
        <TextField
          t={t}
          name="code"
          label={t('staff.signIn.code')}
          hint={t('staff.signIn.codeHint')}
          error={errorFor(told, 'code')}
          className="input-code"
          autoComplete="one-time-code"
        />
        <div className="actions">
          <Button kind="dusk">{t('staff.confirm.button')}</Button>
        </div>
      </Form>
      {passkey === null ? null : (
        <PasskeyForm
          frame={frame}
          action={staffDo(staffPaths.confirm, 'passkey')}
          kind="get"
          options={passkey}
          text={t('staff.passkey.confirm')}
        />
      )}
    </StaffPage>
  );
}
