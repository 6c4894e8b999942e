import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';

interface Props {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  /** Id of the form that it belongs to, where it stands outside of it. */
  readonly form?: string;
}

export function TextArea({ t, name, label, value, hint, error, rows = 8, ...rest }: Props) {
  const described = describedBy(name, { hint: hint !== undefined, error: error !== undefined });
  return (
    <div className={error === undefined ? 'field' : 'field failed'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <InlineError t={t} name={name} text={error} />
      <textarea
        {...rest}
        className="input"
        id={name}
        name={name}
        rows={rows}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
