import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import type { Frame } from '../layout/frame.ts';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly phase: 'before_result' | 'after_step';
  readonly post: string;
  /** Path for who would rather not say. */
  readonly skip: string;
}

const STRENGTHS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Ruling R2: how likely a talk in person is, before the result and again after a step. */
export function Likely({ frame, errors, values, phase, post, skip }: Props) {
  const { t, href } = frame;
  const told = toldErrors(t, errors);
  const ends: Readonly<Record<string, string>> = {
    1: t('check.likely.least'),
    7: t('check.likely.most'),
  };
  const { strength } = values;
  return (
    <FormPage frame={frame} title={t('check.likely.pageTitle')} errors={told} asks>
      <Form frame={frame} action={post}>
        <RadioRows
          t={t}
          name="strength"
          legend={t('check.likely.title')}
          heading="page"
          caption={phase === 'before_result' ? t('check.likely.before') : t('check.likely.after')}
          hint={t('check.likely.hint')}
          choices={STRENGTHS.map((value) => ({ value, label: ends[value] ?? value }))}
          value={strength}
          error={errorFor(told, 'strength')}
        />
        <Button>{t('shell.continue')}</Button>
      </Form>
      <p className="actions">
        <a href={href(skip)}>{t('check.likely.skip')}</a>
      </p>
    </FormPage>
  );
}
