import type { Service, Slot } from '#lib/domain/referrals/service.ts';
import { slotName } from '#lib/domain/referrals/slots.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { formatDate } from '../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly service: Service;
}

/** One press in the list, whose one form this is: at a time to be agreed. */
export function ChooseAtOnce({ frame, service }: Props) {
  const { t, locale } = frame;
  return (
    <Button kind="plain" name="service" value={service.id}>
      {t('public.services.choose.button')}
      <span className="unseen-always">: {service.name[locale]}</span>
    </Button>
  );
}

interface ChooseProps extends Props {
  /** Times still to come. */
  readonly slots: readonly Slot[];
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** More times than this are a burden to read. */
const MOST_SHOWN = 8;

/** On the page of the service: how, and when where it publishes free times. Nothing is chosen beforehand. */
export function ChooseService({ frame, service, slots, errors, values }: ChooseProps) {
  const { t, locale } = frame;
  const [only, second] = service.modes;
  const another = { value: '', label: t('public.services.choose.another') };
  return (
    <section>
      <h2>{t('public.services.choose.title')}</h2>
      <Form frame={frame} action={paths.service(service.id)}>
        {second === undefined ? (
          <input type="hidden" name="mode" value={only} />
        ) : (
          <RadioRows
            t={t}
            name="mode"
            legend={t('public.services.choose.how')}
            choices={service.modes.map((mode) => ({
              value: mode,
              label: t(`public.services.mode.${mode}`),
            }))}
            value={values['mode']}
            error={errorFor(errors, 'mode')}
          />
        )}
        {slots.length === 0 ? null : (
          <RadioRows
            t={t}
            name="slot"
            legend={t('public.services.choose.when')}
            choices={slots.slice(0, MOST_SHOWN).map((slot) => ({
              value: slotName(slot),
              label: t('public.services.choose.time', {
                date: formatDate(locale, slot.on),
                time: slot.at,
              }),
            }))}
            orElse={another}
            value={values['slot']}
            error={errorFor(errors, 'slot')}
          />
        )}
        <Button>{t('public.services.choose.button')}</Button>
      </Form>
    </section>
  );
}
