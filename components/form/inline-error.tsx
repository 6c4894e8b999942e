import type { Translate } from '#lib/i18n/translate.ts';
import { errorText } from './errors.ts';

interface Props {
  readonly t: Translate;
  readonly name: string;
  readonly text: string | undefined;
}

/** The same words as in the summary, beside the field. */
export function InlineError({ t, name, text }: Props) {
  if (text === undefined) return null;
  return (
    <p className="error" id={`${name}-error`}>
      <span className="unseen-always">{t('shell.errors.prefix')} </span>
      {errorText(t, text)}
    </p>
  );
}
