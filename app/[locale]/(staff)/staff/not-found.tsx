import { gap } from '#components/layout/shell/format.ts';
import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { translate } from '#lib/i18n/translate.ts';

/** Also what a page is to somebody whose roles do not reach it. In all languages: it is told of no request. */
export default function NotFound() {
  return (
    <main className="page column">
      <title>
        {LOCALES.map((locale) => translate(locale)('staff.shell.missing.title')).join(' · ')}
      </title>
      {LOCALES.map((locale, index) => {
        const t = translate(locale);
        const Heading = index === 0 ? 'h1' : 'h2';
        return (
          <section key={locale} lang={LANG[locale]}>
            <Heading>{t('staff.shell.missing.title')}</Heading>
            <p>
              {t('staff.shell.missing.text')}
              {gap(locale)}
              <a href={`/${locale}/staff`}>{t('staff.shell.missing.home')}</a>
            </p>
          </section>
        );
      })}
    </main>
  );
}
