import { TextField } from '../../form/text-field.tsx';
import type { Frame } from '../../layout/frame.ts';
import { QrCode } from '../../layout/shell/qr-code.tsx';

export interface Key {
  /** Travels through the form; nothing is stored before a code of it was shown. */
  readonly sealed: string;
  readonly secret: string;
  readonly qr: { readonly size: number; readonly path: string };
}

interface Props {
  readonly frame: Frame;
  readonly enrolment: Key;
  readonly error: string | undefined;
}

const GROUP = 4;

export function SecondFactor({ frame: { t }, enrolment, error }: Props) {
  const groups = enrolment.secret.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return (
    <>
      <h2>{t('staff.invitation.factor')}</h2>
      <p>{t('staff.invitation.factorWhy')}</p>
      <p>{t('staff.invitation.scan')}</p>
      <QrCode {...enrolment.qr} label={t('staff.invitation.qr')} />
      <p className="mt-4">{t('staff.invitation.type')}</p>
      <p className="font-code" translate="no">
        {groups.join(' ')}
      </p>
      <p className="note">{t('staff.invitation.reload')}</p>
      {/* Some browsers put the value of the last visit back into a page that is loaded again. */}
      <input type="hidden" name="sealed" value={enrolment.sealed} autoComplete="off" />
      <TextField
        t={t}
        name="code"
        label={t('staff.invitation.code')}
        hint={t('staff.invitation.codeHint')}
        error={error}
        className="input-code"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    </>
  );
}
