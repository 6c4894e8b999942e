import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { WORDS } from '#lib/domain/referrals/form/read-service-form.ts';
import { LONGEST_TEXT } from '#lib/domain/referrals/service.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { errorFor, type FormError } from '../../form/errors.ts';
import { TextArea } from '../../form/text-area.tsx';
import { TextField } from '../../form/text-field.tsx';

export interface Fields {
  readonly t: Translate;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
}

const LINES = ['name', 'cost', 'hours'] as const;

/** The texts of an entry, one group for each language; a label says its language, so that it stands alone. */
export function ServiceWords({ t, values, errors }: Fields) {
  return (
    <>
      {LOCALES.map((locale) => {
        const language = t(`directory.language.${locale}`);
        return (
          <fieldset key={locale}>
            <legend className="question">
              <h2>{language}</h2>
            </legend>
            {WORDS.map((word) => {
              const name = `${word}-${locale}`;
              const field = {
                t,
                name,
                label: t('directory.edit.inLanguage', {
                  what: t(`directory.edit.${word}`),
                  language,
                }),
                value: values[name],
                error: errorFor(errors, name),
                maxLength: LONGEST_TEXT,
              };
              return (
                <div key={word} lang={values[name] ? LANG[locale] : undefined}>
                  {(LINES as readonly string[]).includes(word) ? (
                    <TextField {...field} />
                  ) : (
                    <TextArea {...field} rows={3} />
                  )}
                </div>
              );
            })}
          </fieldset>
        );
      })}
    </>
  );
}
