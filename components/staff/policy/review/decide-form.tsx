import { Button } from '../../../form/button.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { Notice } from '../../../layout/notice.tsx';
import { staffPaths } from '../../../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly hash: string;
  /** The live version that the page compares with; sent along, so that nobody approves another change. */
  readonly live: string | null;
  /** Scores that would get less care than now. */
  readonly lower: number;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The second pair of eyes: approve with what was checked, or return with what has to change. */
export function DecideForm({ frame, hash, live, lower, errors, values }: Props) {
  const { t } = frame;
  const action = `${staffPaths.version(hash)}/do`;
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{t('policy.decide.title')}</h2>
      <Notice>
        {lower === 0 ? null : (
          <p>
            <strong>{t('policy.decide.lower', { count: lower })}</strong>
          </p>
        )}
        <p>{t('policy.decide.effect')}</p>
        <p>{t('policy.decide.back')}</p>
      </Notice>
      <Form frame={frame} action={`${action}/approve`}>
        <input type="hidden" name="live" value={live ?? ''} />
        <TextArea
          t={t}
          name="note"
          label={t('policy.decide.note')}
          hint={t('policy.decide.noteHint')}
          value={values['note']}
          error={errorFor(errors, 'note')}
          rows={4}
          maxLength={900}
        />
        <div className="actions">
          <Button kind="dusk">{t('policy.decide.approve')}</Button>
        </div>
      </Form>
      <Form frame={frame} action={`${action}/return`}>
        <TextArea
          t={t}
          name="why"
          label={t('policy.decide.returnNote')}
          hint={t('policy.decide.noteHint')}
          value={values['why']}
          error={errorFor(errors, 'why')}
          rows={4}
          maxLength={900}
        />
        <div className="actions">
          <Button kind="plain">{t('policy.decide.return')}</Button>
        </div>
      </Form>
    </section>
  );
}
