import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';

export interface TextFieldProps {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'number' | 'date' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly className?: string;
  readonly maxLength?: number;
  readonly spellCheck?: boolean;
}

export function TextField({ t, name, label, value, hint, error, ...control }: TextFieldProps) {
  const { type = 'text', className = '', ...rest } = control;
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
      <input
        {...rest}
        className={`input ${className}`.trim()}
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
