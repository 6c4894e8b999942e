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

interface Props extends Pick<Wording, 'stem' | 'items' | 'options'> {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly difficulty: Wording['functionalItem'];
  /** In the order of the questions, the difficulty item last. */
  readonly chosen: readonly (ItemAnswer | null)[];
  readonly back: string;
}

export function AllQuestions({ frame, errors, stem, items, options, ...props }: Props) {
  const { difficulty, chosen, back } = props;
  const { t, href } = frame;
  const asked = [
    ...items.map(({ text }) => ({ text, options })),
    ...(difficulty === null ? [] : [difficulty]),
  ];
  const told = numbered(frame, errors);
  return (
    <FormPage frame={frame} title={t('check.all.title')} errors={told} back={back}>
      <p className="actions">
        <a href={href(paths.question(1))}>{t('check.all.one')}</a>
      </p>
      <p className="lead" data-locked translate="no">
        {stem}
      </p>
      <Form frame={frame} action={paths.allQuestions}>
        {asked.map((question, index) => {
          const n = index + 1;
          return (
            <AnswerRows
              key={question.text}
              t={t}
              name={`q${n}`}
              legend={question.text}
              heading="section"
              caption={t('check.question.caption', { n, total: asked.length })}
              options={question.options}
              chosen={chosen[index] ?? null}
              error={errorFor(told, `q${n}`)}
            />
          );
        })}
        <Button>{t('check.question.finish')}</Button>
      </Form>
    </FormPage>
  );
}

/** Ten equal sentences in the summary would say nothing: each names its question. */
function numbered({ t }: Frame, errors: readonly FormError[]): readonly FormError[] {
  return errors.flatMap((error) => {
    const n = /^q(\d+)$/.exec(error.field)?.[1];
    if (n === undefined) return toldErrors(t, [error]);
    return { field: error.field, text: t('check.all.error', { n }) };
  });
}
