import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** Care that somebody has already, and signs that these steps are not made for. Our own words, no instrument. */
export function OtherCare({ frame, errors, values }: Props) {
  const { t } = frame;
  const told = toldErrors(t, errors);
  const orElse = { value: 'declined', label: t('check.care.skip') };
  return (
    <FormPage frame={frame} title={t('check.care.title')} errors={told} back={paths.research}>
      <p>{t('check.care.lead')}</p>
      <Form frame={frame} action={paths.care}>
        <RadioRows
          t={t}
          name="care"
          legend={t('check.care.now.legend')}
          choices={[
            { value: 'none', label: t('check.care.now.none') },
            { value: 'in_care', label: t('check.care.now.inCare') },
          ]}
          orElse={orElse}
          value={values['care']}
          error={errorFor(told, 'care')}
        />
        <RadioRows
          t={t}
          name="signs"
          legend={t('check.care.signs.legend')}
          hint={t('check.care.signs.hint')}
          choices={[
            { value: 'none', label: t('check.care.signs.none') },
            { value: 'some', label: t('check.care.signs.some') },
          ]}
          orElse={orElse}
          value={values['signs']}
          error={errorFor(told, 'signs')}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
    </FormPage>
  );
}
