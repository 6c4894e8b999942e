import { Button } from '../../../form/button.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { TextArea } from '../../../form/text-area.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly id: string;
  /** Why it cannot be proposed yet. */
  readonly instead: 'blocked' | 'unsaved' | null;
  readonly errors: readonly FormError[];
  readonly reason: string | undefined;
  readonly lower: string | undefined;
  /** So many people would get less care that its author has to say why. */
  readonly askLower: boolean;
}

/** Of the editor above: whatever is sent from here carries it along, so that nothing typed there is lost. */
export const EDITOR = 'editor';

export function ProposeForm(props: Props) {
  const { frame, id, instead, errors, reason, lower } = props;
  const { t } = frame;
  const lowerError = errorFor(errors, 'lower');
  const asksLower = props.askLower || lowerError !== undefined || (lower ?? '') !== '';
  return (
    <section aria-labelledby="propose">
      <h2 id="propose">{t('policy.propose.title')}</h2>
      <p>{t('policy.propose.what')}</p>
      {instead !== null ? (
        <p>{t(`policy.propose.${instead}`)}</p>
      ) : (
        <>
          <TextArea
            t={t}
            name="reason"
            form={EDITOR}
            label={t('policy.propose.reason')}
            hint={t('policy.propose.reasonHint')}
            value={reason}
            error={errorFor(errors, 'reason')}
            rows={4}
            maxLength={900}
          />
          {asksLower ? (
            <TextArea
              t={t}
              name="lower"
              form={EDITOR}
              label={t('policy.propose.lower')}
              hint={t('policy.propose.lowerHint')}
              value={lower}
              error={lowerError}
              rows={3}
              maxLength={900}
            />
          ) : null}
          <div className="actions">
            <Button
              kind="dusk"
              form={EDITOR}
              formAction={frame.href(`${staffPaths.draft(id)}/do/propose`)}
            >
              {t('policy.propose.button')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
