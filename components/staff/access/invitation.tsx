import { PASSWORD_MIN } from '#lib/domain/access/password.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { gap } from '../../layout/shell/format.ts';
import { roleWords } from '../shell/role-words.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type Key, SecondFactor } from './second-factor.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly invitation: {
    readonly name: string | null;
    /** Null: the person gives their own. */
    readonly email: string | null;
    readonly roles: readonly string[];
    readonly enrolment: Key;
  };
}

/** Name, password and second factor of a new account, on one page that works once. */
export function Invitation({ frame, errors, values, invitation }: Props) {
  const { t } = frame;
  const { name, email, roles, enrolment } = invitation;
  const told = staffErrors(t, errors, { min: PASSWORD_MIN });
  return (
    <StaffPage frame={frame} title={t('staff.invitation.title')} failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      <p>
        {t('staff.invitation.roles', { roles: roleWords(frame, roles) })}
        {gap(frame.locale)}
        {t('staff.invitation.once')}
      </p>
      <Form frame={frame} action={`${frame.path}/do/accept`}>
        <h2>{t('staff.invitation.account')}</h2>
        <TextField
          t={t}
          name="name"
          label={t('staff.invitation.name')}
          hint={t('staff.invitation.nameHint')}
          value={values['name'] ?? name ?? ''}
          error={errorFor(told, 'name')}
          autoComplete="name"
          maxLength={80}
        />
        <Email
          frame={frame}
          fixed={email}
          value={values['email']}
          error={errorFor(told, 'email')}
        />
        <TextField
          t={t}
          name="password"
          type="password"
          label={t('staff.invitation.password')}
          hint={t('staff.invitation.passwordHint', { min: PASSWORD_MIN })}
          error={errorFor(told, 'password')}
          autoComplete="new-password"
        />
        <SecondFactor frame={frame} enrolment={enrolment} error={errorFor(told, 'code')} />
        <div className="actions">
          <Button kind="dusk">{t('staff.invitation.button')}</Button>
        </div>
      </Form>
    </StaffPage>
  );
}

interface EmailProps {
  readonly frame: Frame;
  readonly fixed: string | null;
  readonly value: string | undefined;
  readonly error: string | undefined;
}

/** The address that was invited cannot be changed; it is still sent, for password managers. */
function Email({ frame: { t }, fixed, value, error }: EmailProps) {
  if (fixed === null) {
    const label = t('staff.invitation.email');
    const field = { name: 'email', type: 'email', autoComplete: 'username' } as const;
    return <TextField t={t} {...field} label={label} value={value} error={error} maxLength={254} />;
  }
  return (
    <>
      <p>{t('staff.invitation.emailFixed', { email: fixed })}</p>
      <input type="hidden" name="email" value={fixed} autoComplete="username" />
    </>
  );
}
