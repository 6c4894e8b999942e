import { Button } from '../form/button.tsx';
import { errorFor } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';

/** The plan in whole, and how to be reminded of it. */
export function RemindPage({ frame, errors, values, sentences }: PlanPageProps) {
  const { t, shared } = frame;
  const { reminder } = values;
  const none = { value: 'none', label: t('plan.remind.none') };
  // A file stays behind on a device that others use.
  const calendar = {
    value: 'calendar',
    label: t('plan.remind.calendar'),
    hint: t('plan.remind.calendarHint'),
  };
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.remind.title')}
      back={paths.planAnswer}
    >
      <Form frame={frame} action={paths.planRemind}>
        <RadioRows
          t={t}
          name="reminder"
          legend={t('plan.remind.legend')}
          choices={shared ? [none] : [calendar, none]}
          value={reminder}
          error={errorFor(errors, 'reminder')}
        />
        <Button>{t('plan.remind.keep')}</Button>
      </Form>
    </PlanPage>
  );
}
