import { Button } from '../form/button.tsx';
import { CodeField } from '../form/code-field.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** People click past a code; typing its end back shows that it was kept. No limit, no lock. */
export function CheckCode({ frame, errors, values }: Props) {
  const { t, href } = frame;
  const told = toldErrors(t, errors);
  const { last4 } = values;
  return (
    <FormPage frame={frame} title={t('result.code.title')} errors={told} back={paths.keep}>
      <Form frame={frame} action={paths.keepCheck}>
        <CodeField
          t={t}
          name="last4"
          kind="return"
          label={t('result.code.label')}
          value={last4}
          error={errorFor(told, 'last4')}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
      <p className="actions">
        <a href={href(paths.keep)}>{t('result.code.again')}</a>
      </p>
    </FormPage>
  );
}
