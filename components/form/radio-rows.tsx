import type { Translate } from '#lib/i18n/translate.ts';
import { describedBy } from './errors.ts';
import { InlineError } from './inline-error.tsx';
import { Legend, type LegendProps } from './legend.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props extends LegendProps {
  readonly t: Translate;
  readonly name: string;
  readonly choices: readonly Choice[];
  /** The odd one out, after the word "or". */
  readonly orElse?: Choice;
  readonly value?: string | undefined;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** The labels are published wording: never translated by a browser, never rewritten. */
  readonly locked?: boolean;
}

/** One choice. Nothing is chosen beforehand, nothing goes on by itself. */
export function RadioRows(props: Props) {
  const { t, name, choices, orElse, hint, error } = props;
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
      {choices.map((choice, index) => (
        <Row key={choice.value} {...props} choice={choice} first={index === 0} />
      ))}
      {orElse === undefined ? null : (
        <>
          <p className="or">{t('shell.or')}</p>
          <Row {...props} locked={false} choice={orElse} first={choices.length === 0} />
        </>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly name: string;
  readonly value?: string | undefined;
  readonly locked?: boolean;
  readonly choice: Choice;
  readonly first: boolean;
}

function Row({ name, value, locked, choice, first }: RowProps) {
  const id = first ? name : `${name}-${choice.value}`;
  return (
    <div className="row">
      <input
        type="radio"
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={value === choice.value}
        aria-describedby={choice.hint === undefined ? undefined : `${id}-hint`}
      />
      <label htmlFor={id} translate={locked ? 'no' : undefined}>
        {choice.label}
        {choice.hint === undefined ? null : (
          <span className="hint" id={`${id}-hint`}>
            {choice.hint}
          </span>
        )}
      </label>
    </div>
  );
}
