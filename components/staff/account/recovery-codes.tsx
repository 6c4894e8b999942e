import { FEW_RECOVERY_CODES } from '#lib/domain/access/second-factor.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffDo, staffPaths } from '../../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly left: number;
  /** Shown once, on the page right after they were made. */
  readonly made: readonly string[];
}

export function RecoveryCodes({ frame, left, made }: Props) {
  const { t } = frame;
  const count = t('staff.account.codes.left', { count: left });
  return (
    <section>
      <h2>{t('staff.account.codes.title')}</h2>
      {made.length === 0 ? null : (
        <div className="slip" role="status">
          <h3 className="mt-0">{t('staff.account.codes.shown')}</h3>
          <p>{t('staff.account.codes.keep')}</p>
          <ul className="plain font-code" translate="no">
            {made.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('staff.account.codes.text')}</p>
      <p>{left <= FEW_RECOVERY_CODES ? <strong>{count}</strong> : count}</p>
      <Form frame={frame} action={staffDo(staffPaths.account, 'codes')}>
        <div className="actions">
          <Button kind="dusk">{t('staff.account.codes.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
