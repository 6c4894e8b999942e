import { type FirstAct, LONGEST_WORDS } from '#lib/domain/plan/plan.ts';
import { Button } from '../form/button.tsx';
import { errorFor } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextField } from '../form/text-field.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';

interface Props extends PlanPageProps {
  /** What fits the step and the service. */
  readonly acts: readonly FirstAct[];
  /** Name of the chosen service. */
  readonly service: string | null;
}

/** The very first thing to do. */
export function FirstPage({ frame, errors, values, sentences, acts, service }: Props) {
  const { t } = frame;
  const { first, firstWords } = values;
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.first.title')}
      back={paths.plan}
    >
      <Form frame={frame} action={paths.planFirst}>
        <RadioRows
          t={t}
          name="first"
          legend={t('plan.first.legend')}
          hint={t('plan.first.hint')}
          choices={acts.map((value) => ({
            value,
            label: t(`plan.first.choice.${value}`, {
              service: service ?? t('plan.first.theService'),
            }),
          }))}
          value={first}
          error={errorFor(errors, 'first')}
        />
        <TextField
          t={t}
          name="firstWords"
          label={t('plan.first.words')}
          hint={t('plan.noNames')}
          value={firstWords}
          error={errorFor(errors, 'firstWords')}
          autoComplete="off"
          maxLength={LONGEST_WORDS}
        />
        <Button>{t('plan.continue')}</Button>
      </Form>
    </PlanPage>
  );
}
