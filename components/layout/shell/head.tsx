import { LANG, LOCALES } from '#lib/domain/basics/locale.ts';
import type { Frame } from '../frame.ts';
import { localised } from '../paths.ts';

interface Props {
  readonly frame: Frame;
  readonly title: string;
  readonly failed: boolean;
  readonly scripted: boolean;
}

export function Head({ frame, title, failed, scripted }: Props) {
  const { t, assets, display, journey, service } = frame;
  const page = t('shell.title.page', { page: title, service: service.name });
  const script = journey || frame.shared || scripted ? assets.script : null;
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{failed ? t('shell.title.error', { page }) : page}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={display.theme === 'auto' ? 'light dark' : display.theme} />
      <meta property="og:title" content={service.name} />
      <meta property="og:type" content="website" />
      {journey ? (
        <meta name="robots" content="noindex, nofollow" />
      ) : (
        LOCALES.map((locale) => (
          <link
            key={locale}
            rel="alternate"
            hrefLang={LANG[locale]}
            href={localised(locale, frame.path)}
          />
        ))
      )}
      <link rel="icon" type="image/svg+xml" href="/icon.svg" />
      <link rel="stylesheet" href={assets.css} />
      {script && !display.lowData ? <script type="module" src={script} /> : null}
    </head>
  );
}
