import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import type { Frame } from '../frame.ts';
import { cameBy, localised, paths } from '../paths.ts';
import { LANGUAGE_NAMES } from './language-names.ts';

/** Service name, languages, help: the same order on every page. */
export function Masthead({ frame }: { readonly frame: Frame }) {
  const { t } = frame;
  return (
    <header className="masthead">
      <a className="service-name" href={frame.href(paths.home)}>
        {frame.service.name}
      </a>
      <nav aria-label={t('shell.languages')}>
        <ul className="languages">
          {LOCALES.map((locale) => (
            <li key={locale} lang={LANG[locale]}>
              {locale === frame.locale ? (
                <span aria-current="true">{LANGUAGE_NAMES[locale]}</span>
              ) : (
                <a
                  href={localised(locale, cameBy(frame.path, frame.from ?? null))}
                  hrefLang={LANG[locale]}
                >
                  {LANGUAGE_NAMES[locale]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <a className="help-now" href={frame.href(paths.help)}>
        {t('shell.helpNow')}
      </a>
    </header>
  );
}
