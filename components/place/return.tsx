import { Button } from '../form/button.tsx';
import { CodeField } from '../form/code-field.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** They came by the link of a reminder. */
  readonly reminded: boolean;
}

/** The device comes first: a code that was typed is not kept for a second try. */
export function Return({ frame, errors, values, reminded }: Props) {
  const { t, href } = frame;
  const told = toldErrors(t, errors);
  const { code, device } = values;
  return (
    <FormPage frame={frame} title={t('mine.return.title')} errors={told} back={paths.home}>
      <Form frame={frame} action={reminded ? paths.returnFromReminder : paths.return}>
        <RadioRows
          t={t}
          name="device"
          legend={t('check.start.device.legend')}
          choices={[
            { value: 'private', label: t('check.start.device.private') },
            {
              value: 'shared',
              label: t('check.start.device.shared'),
              hint: t('check.start.device.sharedHint'),
            },
          ]}
          value={device}
          error={errorFor(told, 'device')}
        />
        <CodeField
          t={t}
          name="code"
          kind="return"
          label={t('mine.return.label')}
          hint={t('mine.return.hint')}
          value={code}
          error={errorFor(told, 'code')}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
      <p className="actions">
        <a href={href(paths.returnLost)}>{t('mine.return.lost')}</a>
      </p>
    </FormPage>
  );
}
