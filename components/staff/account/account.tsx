import { PASSWORD_MIN } from '#lib/domain/access/password.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type Passkey, Passkeys } from './passkeys.tsx';
import { PasswordForm } from './password-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { type Session, Sessions } from './sessions.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly sessions: readonly Session[];
  readonly codesLeft: number;
  readonly passkeys: readonly Passkey[];
  readonly newPasskey: string;
}

const TOLD = ['ended', 'password', 'added', 'removed'] as const;

/** What a person keeps about their own way in. */
export function Account({ frame, errors, values, ...account }: Props) {
  const { t } = frame;
  const { sessions, codesLeft, passkeys, newPasskey } = account;
  const told = staffErrors(t, errors, { min: PASSWORD_MIN });
  const done = TOLD.find((word) => word === values['told']);
  const made = values['codes']?.split(' ') ?? [];
  return (
    <StaffPage frame={frame} title={t('staff.account.title')} failed={told.length > 0}>
      <ErrorSummary t={t} errors={told} />
      {done === undefined ? null : (
        <Notice role="status">
          <p>{t(`staff.account.told.${done}`)}</p>
        </Notice>
      )}
      <Passkeys frame={frame} passkeys={passkeys} options={newPasskey} />
      <RecoveryCodes frame={frame} left={codesLeft} made={made} />
      <Sessions frame={frame} sessions={sessions} />
      <PasswordForm frame={frame} told={told} />
    </StaffPage>
  );
}
