import { CARE, SIGNS } from '#lib/domain/routing/facts.ts';
import { ROUTED_INSTRUMENTS } from '#lib/domain/routing/policy.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { Button } from '../../../form/button.tsx';
import { type Option, Select } from '../../../form/select.tsx';
import { TextField } from '../../../form/text-field.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { formName } from '../words/say.ts';

interface Props {
  readonly frame: Frame;
  /** Path of the page that answers. */
  readonly action: string;
  readonly typed: (name: string) => string;
}

type Chosen = 'form' | 'item9' | 'difficulty' | 'recheck' | 'step' | 'care' | 'signs';

/** One made-up person. It is a GET: nothing is recorded, and the address can be shared. */
export function PersonForm({ frame, action, typed }: Props) {
  const { t } = frame;
  const steps = TIERS.map((tier) => ({ value: tier, text: t(`policy.tier.${tier}`) }));
  const numbers = [0, 1, 2, 3].map((n) => ({ value: String(n), text: String(n) }));
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
  const choice = (name: Chosen, options: readonly Option[]) => (
    <Select
      t={t}
      name={name}
      label={t(`policy.try.person.${name}`)}
      value={typed(name)}
      options={options}
    />
  );
  const none = { value: '', text: t('policy.try.person.none') };
  const forms = ROUTED_INSTRUMENTS.map((id) => ({ value: id, text: formName(id) }));
  return (
    <form
      className="prose sm:grid sm:grid-cols-2 sm:items-end sm:gap-x-6"
      method="get"
      action={frame.href(action)}
    >
      {choice('form', forms)}
      {field('total')}
      {choice('item9', [...numbers, { value: 'declined', text: t('policy.try.person.declined') }])}
      {choice('difficulty', [none, ...numbers])}
      {choice('recheck', [
        { value: 'no', text: t('policy.try.person.first') },
        { value: 'yes', text: t('policy.try.person.later') },
      ])}
      {field('change')}
      {choice('step', [none, ...steps])}
      {field('days')}
      {choice(
        'care',
        CARE.map((value) => ({ value, text: t(`policy.try.person.careIs.${value}`) })),
      )}
      {choice(
        'signs',
        SIGNS.map((value) => ({ value, text: t(`policy.try.person.signsAre.${value}`) })),
      )}
      <div className="actions sm:col-span-2">
        <Button kind="dusk">{t('policy.try.button')}</Button>
      </div>
    </form>
  );
}
