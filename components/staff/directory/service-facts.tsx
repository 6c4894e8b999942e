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
        <h2>{t('staff.services.edit.facts')}</h2>
      </legend>
      {LINES.map(({ name, type }) => (
        <TextField
          key={name}
          t={t}
          name={name}
          type={type}
          label={t(`staff.services.edit.${name}`)}
          hint={t(`staff.services.edit.${name}Hint`)}
          value={values[name]}
          error={error(name)}
          autoComplete="off"
        />
      ))}
      <CheckboxRows
        t={t}
        name="modes"
        legend={t('staff.services.edit.modes')}
        choices={MODES.map((mode) => ({ value: mode, label: t(`public.services.mode.${mode}`) }))}
        values={chosen('modes')}
        error={error('modes')}
      />
      <RadioRows
        t={t}
        name="costKind"
        legend={t('staff.services.edit.costKind')}
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
        legend={t('staff.services.edit.stepFree')}
        choices={(['yes', 'no', 'unknown'] as const).map((value) => ({
          value,
          label: t(`staff.services.edit.stepFreeIs.${value}`),
        }))}
        value={values['stepFree']}
      />
      <TextArea
        t={t}
        name="slots"
        label={t('staff.services.edit.slots')}
        hint={t('staff.services.edit.slotsHint')}
        value={values['slots']}
        error={error('slots')}
        rows={4}
      />
      {TICKS.map((name) => (
        <CheckboxRows
          key={name}
          t={t}
          name={name}
          legend={t(`staff.services.edit.${name}`)}
          choices={[{ value: 'yes', label: t(`staff.services.edit.${name}Yes`) }]}
          values={chosen(name)}
        />
      ))}
    </fieldset>
  );
}
