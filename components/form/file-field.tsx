import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';

interface Props {
  readonly t: Translate;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Endings and types, as the browser's own chooser reads them. */
  readonly accept: string;
}

/** A file of the person's device; no browser gives one back, so it is chosen anew after an error. */
export function FileField({ t, name, label, hint, error, accept }: Props) {
  return (
    <div className={error === undefined ? 'field' : 'field failed'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <p className="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <InlineError t={t} name={name} text={error} />
      <input
        className="input"
        id={name}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(name, { hint: true, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
