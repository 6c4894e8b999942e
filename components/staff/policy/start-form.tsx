import { PRESETS } from '#lib/domain/routing/presets.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { Button } from '../../form/button.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly hasLive: boolean;
  readonly errors: readonly FormError[];
  /** What was chosen before the form came back. */
  readonly from: string | undefined;
}

export function StartForm({ frame, hasLive, errors, from }: Props) {
  const { t } = frame;
  const live = hasLive ? [{ value: 'live', label: t('policy.start.live') }] : [];
  const presets = PRESETS.map(({ id }) => ({
    value: id,
    label: t('policy.start.preset', { name: id }),
    hint: sayPreset(t, id),
  }));
  return (
    <section id="start" aria-labelledby="start-title">
      <h2 id="start-title">{t('policy.start.title')}</h2>
      <Form frame={frame} action="/staff/policy/do/draft">
        <RadioRows
          t={t}
          name="from"
          legend={t('policy.start.legend')}
          choices={[...live, ...presets]}
          value={from}
          error={errorFor(errors, 'from')}
        />
        <div className="actions">
          <Button kind="dusk">{t('policy.start.button')}</Button>
        </div>
      </Form>
    </section>
  );
}

/** Every preset has a text of its own; a new one without a text shows in the tests. */
function sayPreset(t: Translate, id: string): string {
  return t(`policy.start.presets.${id}` as Parameters<Translate>[0]);
}
