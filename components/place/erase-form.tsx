import { Button } from '../form/button.tsx';
import { CodeField } from '../form/code-field.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly askCode: boolean;
}

/** One step, and the end of the code so that nobody does it in passing. */
export function EraseForm({ frame, errors, values, askCode }: Props) {
  const { t } = frame;
  const { last4 } = values;
  return (
    <>
      <h2 id="erase">{t('mine.data.eraseTitle')}</h2>
      <p>{t('mine.data.eraseWhat')}</p>
      <p>{t('mine.data.eraseCopies')}</p>
      <Form frame={frame} action={paths.data}>
        {askCode ? (
          <CodeField
            t={t}
            name="last4"
            kind="return"
            label={t('mine.data.last4')}
            value={last4}
            error={errorFor(errors, 'last4')}
          />
        ) : null}
        <Button>{t('mine.data.erase')}</Button>
      </Form>
    </>
  );
}
