import { COST_KINDS, MODES } from '#lib/domain/referrals/service.ts';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { errorFor } from '../../form/errors.ts';
import { RadioRows } from '../../form/radio-rows.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';
import type { Fields } from './service-words.tsx';

const LINES = [
  { name: 'phone', type: 'tel' },
  { name: 'url', type: 'text' },
  { name: 'personToAskFor', type: 'text' },
  { name: 'area', type: 'text' },
  { name: 'country', type: 'text' },
  { name: 'languages', type: 'text' },
  { name: 'waitDays', type: 'text' },
  { name: 'waitSeen', type: 'text' },
] as const;
const TICKS = ['walkIn', 'paused', 'fictitious'] as const;

/** What of an entry needs no translation. */
export function ServiceFacts({ t, values, errors }: Fields) {
  const error = (name: string) => errorFor(errors, name);
  const chosen = (name: string) => (values[name] ?? '').split(',');
  return (
    <fieldset>
      <legend className="question">
        <h2>{t('directory.edit.facts')}</h2>
      </legend>
      {LINES.map(({ name, type }) => (
        <TextField
          key={name}
          t={t}
          name={name}
          type={type}
          label={t(`directory.edit.${name}`)}
          hint={t(`directory.edit.${name}Hint`)}
          value={values[name]}
          error={error(name)}
          autoComplete="off"
        />
      ))}
      <Choices t={t} values={values} errors={errors} />
      <TextArea
        t={t}
        name="slots"
        label={t('directory.edit.slots')}
        hint={t('directory.edit.slotsHint')}
        value={values['slots']}
        error={error('slots')}
        rows={4}
      />
      {TICKS.map((name) => (
        <CheckboxRows
          key={name}
          t={t}
          name={name}
          legend={t(`directory.edit.${name}`)}
          choices={[{ value: 'yes', label: t(`directory.edit.${name}Yes`) }]}
          values={chosen(name)}
        />
      ))}
    </fieldset>
  );
}

function Choices({ t, values, errors }: Fields) {
  const error = (name: string) => errorFor(errors, name);
  return (
    <>
      <CheckboxRows
        t={t}
        name="modes"
        legend={t('directory.edit.modes')}
        choices={MODES.map((mode) => ({ value: mode, label: t(`public.services.mode.${mode}`) }))}
        values={(values['modes'] ?? '').split(',')}
        error={error('modes')}
      />
      <RadioRows
        t={t}
        name="costKind"
        legend={t('directory.edit.costKind')}
        choices={COST_KINDS.map((kind) => ({
          value: kind,
          label: t(`public.services.costKind.${kind}`),
        }))}
        value={values['costKind']}
        error={error('costKind')}
      />
      <RadioRows
        t={t}
        name="stepFree"
        legend={t('directory.edit.stepFree')}
        choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
          value,
          label: t(`directory.edit.stepFreeIs.${value}`),
        }))}
        value={values['stepFree']}
      />
    </>
  );
}
