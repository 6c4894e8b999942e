import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { localised, staffPaths } from '../../layout/paths.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';

const ON_BAR = 'inline-flex items-center target text-on-bar';

/** The dark bar that no public page has: nobody takes a staff page for one of the visitors'. */
export function DuskBar({ frame }: { readonly frame: Frame }) {
  const { t, signedIn } = frame;
  return (
    <header className="no-print border-b-2 border-dusk bg-bar text-note text-on-bar">
      <div
        className={`page ${signedIn === null ? '' : 'lg:max-w-[80rem]'} flex flex-wrap items-center gap-x-6 py-1`}
      >
        <a className={`${ON_BAR} grow font-bold`} href={frame.href(staffPaths.home)}>
          {t('staff.shell.name', { service: frame.service.name })}
        </a>
        <nav aria-label={t('staff.shell.languages')}>
          <ul className="m-0 flex flex-wrap gap-x-4">
            {LOCALES.map((locale) => (
              <li key={locale} className="m-0 flex items-center target" lang={LANG[locale]}>
                {locale === frame.locale ? (
                  <span aria-current="true">{LANGUAGE_NAMES[locale]}</span>
                ) : (
                  <a
                    className={ON_BAR}
                    href={localised(locale, frame.path)}
                    hrefLang={LANG[locale]}
                  >
                    {LANGUAGE_NAMES[locale]}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
        {signedIn === null ? null : (
          <div className="flex flex-wrap items-center gap-x-4">
            <a className={ON_BAR} href={frame.href(staffPaths.account)}>
              {signedIn.name}
            </a>
            <Form frame={frame} action={staffPaths.signOut}>
              <button className={`${ON_BAR} cursor-pointer underline`} type="submit">
                {t('staff.shell.signOut')}
              </button>
            </Form>
          </div>
        )}
      </div>
    </header>
  );
}
