import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Choice } from '#lib/domain/screening/wording.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { LegendProps } from '../form/legend.tsx';
import { RadioRows } from '../form/radio-rows.tsx';

interface Props extends Pick<LegendProps, 'legend' | 'heading' | 'caption' | 'stem'> {
  readonly t: Translate;
  readonly name: string;
  /** Published wording, in the published order. */
  readonly options: readonly Choice[];
  readonly chosen: ItemAnswer | null;
  readonly error?: string | undefined;
}

/** One item of an instrument, word for word, and the way not to answer it. */
export function AnswerRows({ t, name, options, chosen, error, ...legend }: Props) {
  return (
    <RadioRows
      {...legend}
      t={t}
      name={name}
      locked
      choices={options.map(({ value, label }) => ({ value: String(value), label }))}
      orElse={{ value: 'declined', label: t('check.question.skip') }}
      value={chosen === null ? undefined : String(chosen)}
      error={error}
    />
  );
}
