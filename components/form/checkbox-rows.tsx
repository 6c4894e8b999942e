import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';
import { Legend, type LegendProps } from './legend.tsx';
import type { Choice } from './radio-rows.tsx';

interface Props extends LegendProps {
  readonly t: Translate;
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly values?: readonly string[];
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** Any number of choices; none is ticked beforehand. */
export function CheckboxRows(props: Props) {
  const { t, name, choices, values = [], hint, error } = props;
  const described = describedBy(name, { hint: hint !== undefined, error: error !== undefined });
  return (
    <fieldset className={error === undefined ? undefined : 'failed'} aria-describedby={described}>
      <Legend {...props} />
      {hint === undefined ? null : (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <InlineError t={t} name={name} text={error} />
      {choices.map((choice, index) => {
        const id = index === 0 ? name : `${name}-${choice.value}`;
        return (
          <div className="row" key={choice.value}>
            <input
              type="checkbox"
              id={id}
              name={name}
              value={choice.value}
              defaultChecked={values.includes(choice.value)}
            />
            <label htmlFor={id}>
              {choice.label}
              {choice.hint === undefined ? null : <span className="hint">{choice.hint}</span>}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
