import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Wording } from '#lib/domain/screening/wording.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { AnswerRows } from './answer-rows.tsx';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

interface Props extends Pick<Wording, 'items' | 'options'> {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The ASQ word for word, without its stem: that speaks to whoever asks. */
export function FollowUp({ frame, errors, values, items, options }: Props) {
  const { t } = frame;
  const told = toldErrors(t, errors);
  return (
    <FormPage frame={frame} title={t('check.followUp.title')} errors={told} back={paths.support}>
      <p>{t('check.followUp.lead')}</p>
      <Form frame={frame} action={paths.followUp}>
        {items.map(({ id, text }) => (
          <AnswerRows
            key={id}
            t={t}
            name={`a${id}`}
            legend={text}
            heading="section"
            options={options}
            chosen={typedAnswer(values[`a${id}`])}
            error={errorFor(told, `a${id}`)}
          />
        ))}
        <Button>{t('shell.continue')}</Button>
      </Form>
    </FormPage>
  );
}

/** What was chosen before the form came back. */
function typedAnswer(text: string | undefined): ItemAnswer | null {
  if (text === '0' || text === '1') return Number(text);
  return text === 'declined' ? text : null;
}
