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
}

export function TextArea({ t, name, label, value, hint, error, rows = 8, maxLength }: Props) {
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
        className="input"
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
