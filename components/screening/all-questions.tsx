import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { AnswerRows } from './answer-rows.tsx';
import { FormPage } from './form-page.tsx';
import type { AskedQuestion } from './question.tsx';
import { toldErrors } from './told-errors.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly asked: readonly (AskedQuestion & { readonly chosen: ItemAnswer | null })[];
  /** Names this list of questions, so that the answers are read as what they were given to. */
  readonly about: string;
  /** More questions may follow from the answers, or did. */
  readonly more: 'may' | 'came' | null;
  readonly back: string;
}

export function AllQuestions({ frame, errors, asked, about, more, back }: Props) {
  const { t, href } = frame;
  const told = numbered(frame, errors);
  return (
    <FormPage frame={frame} title={t('check.all.title')} errors={told} back={back}>
      <p className="actions">
        <a href={href(paths.question(1))}>{t('check.all.one')}</a>
      </p>
      {more === null ? null : (
        <p>{t(more === 'may' ? 'check.question.moreMay' : 'check.question.moreCame')}</p>
      )}
      <Form frame={frame} action={paths.allQuestions}>
        <input type="hidden" name="about" value={about} />
        {asked.map((one, index) => (
          <OfAll
            key={one.key}
            frame={frame}
            one={one}
            total={asked.length}
            stem={one.stem === asked[index - 1]?.stem ? null : one.stem}
            error={errorFor(told, `q${one.n}`)}
          />
        ))}
        <Button>{t('check.question.finish')}</Button>
      </Form>
    </FormPage>
  );
}

interface OneProps {
  readonly frame: Frame;
  readonly one: Props['asked'][number];
  readonly total: number;
  /** Null where the question before has the same. */
  readonly stem: string | null;
  readonly error: string | undefined;
}

function OfAll({ frame: { t }, one, total, stem, error }: OneProps) {
  const { n, text, options, chosen } = one;
  return (
    <>
      {stem === null ? null : (
        <p className="lead" data-locked translate="no">
          {stem}
        </p>
      )}
      <AnswerRows
        t={t}
        name={`q${n}`}
        legend={text}
        heading="section"
        caption={t('check.question.caption', { n, total })}
        options={options}
        chosen={chosen}
        error={error}
      />
    </>
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
