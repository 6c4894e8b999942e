import { PASSWORD_MIN } from '#lib/domain/access/password.ts';
import { Button } from '../../form/button.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';

export function PasswordForm({ frame, told }: { frame: Frame; told: readonly FormError[] }) {
  const { t } = frame;
  return (
    <section>
      <h2>{t('staff.account.password.title')}</h2>
      <p>{t('staff.account.password.text')}</p>
      <Form frame={frame} action={staffDo(staffPaths.account, 'password')}>
        <TextField
          t={t}
          name="old"
          type="password"
          label={t('staff.account.password.old')}
          error={errorFor(told, 'old')}
          autoComplete="current-password"
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
        <div className="actions">
          <Button kind="dusk">{t('staff.account.password.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
