import { CARE, SIGNS } from '#lib/domain/routing/facts.ts';
import { ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { formName } from '../words/say.ts';

interface Props {
  readonly frame: Frame;
  /** Path of the page that answers. */
  readonly action: string;
  readonly typed: (name: string) => string;
}

/** One made-up person. It is a GET: nothing is recorded, and the address can be shared. */
export function PersonForm({ frame, action, typed }: Props) {
  const { t } = frame;
  const steps = TIERS.map((tier) => ({ value: tier, label: t(`policy.tier.${tier}`) }));
  const numbers = [0, 1, 2, 3].map((n) => ({ value: String(n), label: String(n) }));
  const field = (name: 'total' | 'change' | 'days') => (
    <TextField
      t={t}
      name={name}
      label={t(`policy.try.person.${name}`)}
      value={typed(name)}
      inputMode="numeric"
      autoComplete="off"
      className="w-28"
      maxLength={4}
    />
  );
  const choice = (name: Parameters<typeof Choice>[0]['name'], options: readonly Option[]) => (
    <Choice frame={frame} name={name} value={typed(name)} options={options} />
  );
  const none = { value: '', label: t('policy.try.person.none') };
  const forms = ROUTED_INSTRUMENTS.map((id) => ({ value: id, label: formName(id) }));
  return (
    <form
      className="prose sm:grid sm:grid-cols-2 sm:items-end sm:gap-x-6"
      method="get"
      action={frame.href(action)}
    >
      {choice('form', forms)}
      {field('total')}
      {choice('item9', [...numbers, { value: 'declined', label: t('policy.try.person.declined') }])}
      {choice('difficulty', [none, ...numbers])}
      {choice('recheck', [
        { value: 'no', label: t('policy.try.person.first') },
        { value: 'yes', label: t('policy.try.person.later') },
      ])}
      {field('change')}
      {choice('step', [none, ...steps])}
      {field('days')}
      {choice(
        'care',
        CARE.map((value) => ({ value, label: t(`policy.try.person.careIs.${value}`) })),
      )}
      {choice(
        'signs',
        SIGNS.map((value) => ({ value, label: t(`policy.try.person.signsAre.${value}`) })),
      )}
      <div className="actions sm:col-span-2">
        <Button kind="dusk">{t('policy.try.button')}</Button>
      </div>
    </form>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly frame: Frame;
  readonly name: 'form' | 'item9' | 'difficulty' | 'recheck' | 'step' | 'care' | 'signs';
  readonly value: string;
  readonly options: readonly Option[];
}

function Choice({ frame: { t }, name, value, options }: ChoiceProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {t(`policy.try.person.${name}`)}
      </label>
      <select className="input" id={name} name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
