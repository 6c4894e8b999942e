import { FEELINGS, OUTCOMES } from '#lib/domain/plan/plan.ts';
import { Button } from '../form/button.tsx';
import { errorFor } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';

/** The best of it, then what is in its way: mental contrasting in this order. */
export function FeelingPage({ frame, errors, values, sentences }: PlanPageProps) {
  const { t } = frame;
  const { outcome, feeling } = values;
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.feeling.title')}
      back={paths.planFirst}
    >
      <Form frame={frame} action={paths.planFeeling}>
        <RadioRows
          t={t}
          name="outcome"
          legend={t('plan.feeling.outcome')}
          hint={t('plan.feeling.outcomeHint')}
          choices={OUTCOMES.map((value) => ({ value, label: t(`plan.feeling.best.${value}`) }))}
          value={outcome}
          error={errorFor(errors, 'outcome')}
        />
        <RadioRows
          t={t}
          name="feeling"
          legend={t('plan.feeling.legend')}
          hint={t('plan.feeling.hint')}
          choices={FEELINGS.map((value) => ({ value, label: t(`plan.feeling.choice.${value}`) }))}
          value={feeling}
          error={errorFor(errors, 'feeling')}
        />
        <Button>{t('plan.continue')}</Button>
      </Form>
    </PlanPage>
  );
}
