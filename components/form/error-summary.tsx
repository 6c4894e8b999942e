import type { Translate } from '#lib/i18n/translate.ts';
import { errorText, type FormError } from './errors.ts';

interface Props {
  readonly t: Translate;
  readonly errors: readonly FormError[];
}

/** First thing in the page after a post that cannot go on. Ink, never red: red means danger here. */
export function ErrorSummary({ t, errors }: Props) {
  if (errors.length === 0) return null;
  return (
    <div
      className="error-summary prose"
      role="alert"
      tabIndex={-1}
      data-focus
      aria-labelledby="errors"
    >
      <h2 id="errors">{t('shell.errors.summary', { count: errors.length })}</h2>
      <ul className="plain">
        {errors.map((error) => (
          <li key={error.field}>
            {error.field === '' ? (
              errorText(t, error.text)
            ) : (
              <a href={`#${error.field}`}>{errorText(t, error.text)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
