import { ACCESS_TIERS } from '#lib/domain/evaluation/package/column.ts';
import { COLUMNS, canBeLeftOut } from '#lib/domain/evaluation/package/columns.ts';
import { FORMS_OF_TOPICS } from '#lib/domain/screening/topics.ts';
import { PACKAGE_LABELS } from '#lib/i18n/package-labels.ts';
import { Button } from '../../../form/button.tsx';
import { CheckboxRows } from '../../../form/checkbox-rows.tsx';
import { Details } from '../../../form/details.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { RadioRows } from '../../../form/radio-rows.tsx';
import { Select } from '../../../form/select.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import type { StudyRow } from './requested.ts';

interface Props {
  readonly frame: Frame;
  readonly studies: readonly StudyRow[];
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** What somebody asks to take out: for which study, how fine, of whom, and what they can do without. */
export function AskForm({ frame, studies, errors, values }: Props) {
  const { t } = frame;
  const open = studies.filter(({ ended }) => !ended);
  if (open.length === 0) return <p>{t('export.noStudies')}</p>;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{t('export.ask')}</h2>
      <Form frame={frame} action="/staff/research/export/do/ask">
        <Select
          t={t}
          name="study"
          label={t('export.study')}
          value={values['study']}
          options={open.map(({ id, name }) => ({ value: id, text: name }))}
          error={errorFor(errors, 'study')}
        />
        <RadioRows
          t={t}
          name="tier"
          legend={t('export.tier')}
          choices={ACCESS_TIERS.map((tier) => ({ value: tier, label: t(`export.tiers.${tier}`) }))}
          value={values['tier']}
          error={errorFor(errors, 'tier')}
        />
        <TextArea
          t={t}
          name="purpose"
          label={t('export.purpose')}
          value={values['purpose']}
          error={errorFor(errors, 'purpose')}
          rows={3}
          maxLength={500}
        />
        <Which frame={frame} errors={errors} values={values} />
        <Button kind="dusk">{t('export.send')}</Button>
      </Form>
    </section>
  );
}

function Which({ frame, errors, values }: Omit<Props, 'studies'>) {
  const { t, locale } = frame;
  const columns = COLUMNS.filter((column) => canBeLeftOut(column, 'controlled'));
  return (
    <>
      <TextField
        t={t}
        name="from"
        label={t('export.from')}
        hint={t('export.quarterHint')}
        value={values['from']}
        error={errorFor(errors, 'from')}
      />
      <TextField
        t={t}
        name="to"
        label={t('export.to')}
        hint={t('export.quarterHint')}
        value={values['to']}
        error={errorFor(errors, 'to')}
      />
      <Select
        t={t}
        name="instrument"
        label={t('export.instrument')}
        value={values['instrument']}
        options={[
          { value: '', text: t('export.anyInstrument') },
          ...FORMS_OF_TOPICS.map((id) => ({ value: id, text: id.toUpperCase() })),
        ]}
      />
      <Details
        summary={t('export.without')}
        open={errorFor(errors, 'without') !== undefined || Boolean(values['without'])}
      >
        <CheckboxRows
          t={t}
          name="without"
          legend={t('export.without')}
          hint={t('export.withoutHint')}
          choices={columns.map(({ name }) => ({
            value: name,
            label: PACKAGE_LABELS.column(name, locale),
          }))}
          values={(values['without'] ?? '').split(',')}
          error={errorFor(errors, 'without')}
        />
      </Details>
    </>
  );
}
