import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';

export interface Option {
  readonly value: string;
  readonly text: string;
}

interface Props {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly error?: string | undefined;
}

/** One of a list that is too long for radios. */
export function Select({ t, name, label, value, options, error }: Props) {
  return (
    <div className={error === undefined ? 'field' : 'field failed'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <InlineError t={t} name={name} text={error} />
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={value ?? ''}
        aria-describedby={describedBy(name, { hint: false, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
