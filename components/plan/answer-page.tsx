import { ANSWERS, LONGEST_WORDS } from '#lib/domain/plan/plan.ts';
import { Button } from '../form/button.tsx';
import { errorFor } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextField } from '../form/text-field.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';

/** What to do when that feeling comes. */
export function AnswerPage({ frame, errors, values, sentences }: PlanPageProps) {
  const { t } = frame;
  const { answer, answerWords } = values;
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.answer.title')}
      back={paths.planFeeling}
    >
      <Form frame={frame} action={paths.planAnswer}>
        <RadioRows
          t={t}
          name="answer"
          legend={t('plan.answer.legend')}
          choices={ANSWERS.map((value) => ({ value, label: t(`plan.answer.choice.${value}`) }))}
          value={answer}
          error={errorFor(errors, 'answer')}
        />
        <TextField
          t={t}
          name="answerWords"
          label={t('plan.answer.words')}
          hint={t('plan.noNames')}
          value={answerWords}
          error={errorFor(errors, 'answerWords')}
          autoComplete="off"
          maxLength={LONGEST_WORDS}
        />
        <Button>{t('plan.continue')}</Button>
      </Form>
    </PlanPage>
  );
}
