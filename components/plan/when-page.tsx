import { timeText } from '#lib/i18n/dates.ts';
import { Button } from '../form/button.tsx';
import { errorFor } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { Select } from '../form/select.tsx';
import { TextField } from '../form/text-field.tsx';
import { paths } from '../layout/paths.ts';
import { PlanPage, type PlanPageProps } from './plan-page.tsx';

interface Props extends PlanPageProps {
  /** Minutes of the day to choose from. */
  readonly minutes: readonly number[];
  /** Where the plan leads, and when that is open; null where no place was chosen. */
  readonly place: { readonly service: string; readonly hours: string } | null;
}

const DAYS = ['today', 'tomorrow', 'other'] as const;

/** The day and the time. */
export function WhenPage({ frame, errors, values, sentences, minutes, place }: Props) {
  const { t, locale } = frame;
  const { day, date, minute } = values;
  return (
    <PlanPage
      frame={frame}
      errors={errors}
      sentences={sentences}
      title={t('plan.when.title')}
      back={paths.next}
    >
      {place === null ? null : <p>{t('plan.when.open', place)}</p>}
      <Form frame={frame} action={paths.plan}>
        <RadioRows
          t={t}
          name="day"
          legend={t('plan.when.legend')}
          choices={DAYS.map((value) => ({ value, label: t(`plan.when.${value}`) }))}
          value={day}
          error={errorFor(errors, 'day')}
        />
        <TextField
          t={t}
          name="date"
          type="date"
          label={t('plan.when.date')}
          hint={t('plan.when.dateHint')}
          value={date}
          error={errorFor(errors, 'date')}
        />
        <Select
          t={t}
          name="minute"
          label={t('plan.when.minute')}
          value={minute}
          options={[
            { value: '', text: t('plan.when.choose') },
            ...minutes.map((one) => ({ value: String(one), text: timeText(locale, one) })),
          ]}
          error={errorFor(errors, 'minute')}
        />
        <Button>{t('plan.continue')}</Button>
      </Form>
    </PlanPage>
  );
}
