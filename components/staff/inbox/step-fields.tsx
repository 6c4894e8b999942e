import { NO_STEP_REASONS, STEP_UP_REASONS } from '#lib/domain/guidance/answer-step.ts';
import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import { errorFor } from '../../form/errors.ts';
import { type Choice, RadioRows } from '../../form/radio-rows.tsx';
import { type Option, Select } from '../../form/select.tsx';
import type { Frame } from '../../layout/frame.ts';
import type { Choices, ThreadProps } from './thread-view.ts';

type Props = ThreadProps & { readonly typed: DraftContent };

/** What the reply leads to: every reply names one step, or says why there is none. */
export function StepFields(props: Props) {
  const { frame, choices, errors, typed } = props;
  const { t, locale } = frame;
  const { steps, services } = choices;
  const places = services.map(({ id, name }) => ({ value: id, text: name[locale] }));
  const up = STEP_UP_REASONS.map((why) => ({
    value: why,
    text: t(`inbox.thread.step.up.${why}`),
  }));
  const none = NO_STEP_REASONS.map((why) => ({
    value: why,
    text: t(`inbox.thread.step.no.${why}`),
  }));
  return (
    <>
      <RadioRows
        t={t}
        name="step"
        legend={t('inbox.thread.step.legend')}
        hint={t('inbox.thread.step.hint')}
        choices={stepChoices(frame, choices)}
        value={typed.step ?? undefined}
        error={errorFor(errors, 'step')}
      />
      <Which {...props} name="service" options={places} hidden={services.length === 0} />
      <Which {...props} name="upReason" options={up} hidden={steps.above === null} />
      <Which {...props} name="noReason" options={none} hidden={false} />
    </>
  );
}

function stepChoices({ t }: Frame, { steps, services }: Choices): readonly Choice[] {
  const { open, above } = steps;
  const plain = (value: 'plan' | 'group' | 'recheck' | 'service' | 'none') => ({
    value,
    label: t(`inbox.thread.step.${value}`),
  });
  const up = above && {
    value: 'step_up',
    label: t('inbox.thread.step.step_up', { tier: t(`policy.tier.${above}`) }),
  };
  return [
    plain('plan'),
    ...(services.length === 0 ? [] : [plain('service')]),
    ...(open.has('community') ? [plain('group')] : []),
    plain('recheck'),
    ...(up === null ? [] : [up]),
    plain('none'),
  ];
}

const LABELS = {
  service: 'inbox.thread.step.whichService',
  upReason: 'inbox.thread.step.whyUp',
  noReason: 'inbox.thread.step.whyNone',
} as const;

interface WhichProps extends Props {
  readonly name: keyof typeof LABELS;
  readonly options: readonly Option[];
  readonly hidden: boolean;
}

/** What belongs to one of the steps alone. */
function Which({ frame: { t }, errors, typed, name, options, hidden }: WhichProps) {
  if (hidden) return null;
  return (
    <Select
      t={t}
      name={name}
      label={t(LABELS[name])}
      value={typed[name] ?? ''}
      options={[{ value: '', text: t('inbox.thread.step.choose') }, ...options]}
      error={errorFor(errors, name)}
    />
  );
}
