import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';

import { PasskeyForm } from './passkey-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** What was typed before the session ended waits for its owner. */
  readonly kept: boolean;
  readonly passkey: string;
}

/** Address, password and code in one form: pasting and password managers work (WCAG 3.3.8). */
export function SignIn({ frame, errors, values, kept, passkey }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  return (
    <StaffPage frame={frame} title={t('staff.signIn.title')} failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      {values['told'] === 'signedOut' ? (
        <Notice role="status">
          <p>{t('staff.signIn.signedOut')}</p>
        </Notice>
      ) : null}
      {kept ? (
        <Notice role="status">
          <p>{t('staff.signIn.kept')}</p>
        </Notice>
      ) : null}
      <Form frame={frame} action={staffDo(staffPaths.signIn, 'enter')}>
        <TextField
          t={t}
          name="email"
          type="email"
          label={t('staff.signIn.email')}
          value={values['email']}
          error={errorFor(told, 'email')}
          autoComplete="username"
          maxLength={254}
        />
        <TextField
          t={t}
          name="password"
          type="password"
          label={t('staff.signIn.password')}
          error={errorFor(told, 'password')}
          autoComplete="current-password"
        />
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
          <Button kind="dusk">{t('staff.signIn.button')}</Button>
        </div>
      </Form>
      <PasskeyForm
        frame={frame}
        action={staffDo(staffPaths.signIn, 'passkey')}
        kind="get"
        options={passkey}
        text={t('staff.passkey.signIn')}
      />
      <p>{t('staff.signIn.noAccount')}</p>
      <p>{t('staff.signIn.lost')}</p>
    </StaffPage>
  );
}
