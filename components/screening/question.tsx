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

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly n: number;
  /** Questions in this language, for the caption. */
  readonly total: number;
  readonly stem?: string;
  readonly item: string;
  readonly options: readonly Choice[];
  readonly chosen: ItemAnswer | null;
  readonly back: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** One question a page. The title names its number only: it stands in the browser's history. */
export function Question({ frame, errors, n, total, stem, item, ...props }: Props) {
  const { options, chosen, back, first, last } = props;
  const { t, href } = frame;
  const told = toldErrors(t, errors);
  const caption = t('check.question.caption', { n, total });
  return (
    <FormPage frame={frame} title={caption} errors={told} back={back} asks>
      <Form frame={frame} action={paths.question(n)}>
        <AnswerRows
          t={t}
          name="answer"
          legend={item}
          heading="page"
          caption={caption}
          stem={stem}
          options={options}
          chosen={chosen}
          error={errorFor(told, 'answer')}
        />
        <Button>{last ? t('check.question.finish') : t('shell.continue')}</Button>
      </Form>
      {first ? <p className="note actions">{t('check.question.wordForWord')}</p> : null}
      <p className="actions">
        <a href={href(paths.allQuestions)}>{t('check.question.seeAll')}</a>
      </p>
    </FormPage>
  );
}
