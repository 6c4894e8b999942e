import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Choice } from '#lib/domain/screening/wording.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { AnswerRows } from './answer-rows.tsx';
import { FormPage } from './form-page.tsx';
import { toldErrors } from './told-errors.ts';

/** One question in published words. */
export interface AskedQuestion {
  readonly n: number;
  readonly key: string;
  readonly stem: string | null;
  readonly text: string;
  readonly options: readonly Choice[];
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly asked: AskedQuestion;
  /** Questions of this visit in this language, as far as its answers say. */
  readonly total: number;
  readonly chosen: ItemAnswer | null;
  readonly back: string;
  readonly note:
    | 'check.question.wordForWord'
    | 'check.question.moreMay'
    | 'check.question.moreCame'
    | null;
}

/** One question a page. The title names its number only: it stands in the browser's history. */
export function Question({ frame, errors, asked, total, chosen, back, note }: Props) {
  const { t, href } = frame;
  const { n, key, stem, text, options } = asked;
  const told = toldErrors(t, errors);
  const caption = t('check.question.caption', { n, total });
  return (
    <FormPage frame={frame} title={caption} errors={told} back={back} asks>
      <Form frame={frame} action={paths.question(n)}>
        <input type="hidden" name="about" value={key} />
        <AnswerRows
          t={t}
          name="answer"
          legend={text}
          heading="page"
          caption={caption}
          {...(stem === null ? {} : { stem })}
          options={options}
          chosen={chosen}
          error={errorFor(told, 'answer')}
        />
        <Button>{n === total ? t('check.question.finish') : t('shell.continue')}</Button>
      </Form>
      {note === null ? null : <p className="note actions">{t(note)}</p>}
      <p className="actions">
        <a href={href(paths.allQuestions)}>{t('check.question.seeAll')}</a>
      </p>
    </FormPage>
  );
}
