import type { ReactNode } from 'react';
import { staffRoot } from '#app/_request/staff/staff.ts';

/** Every staff page is made for one person at one moment. */
export const dynamic = 'force-dynamic';

interface Props {
  readonly params: Promise<{ readonly locale: string }>;
  readonly children: ReactNode;
}

/** The document around staff pages; the dusk bar and the list are each page's own (StaffPage). */
export default async function StaffLayout({ params, children }: Props) {
  const { lang, display, css, scripts, nonce } = await staffRoot((await params).locale);
  return (
    <html
      lang={lang}
      dir="ltr"
      data-theme={display.theme === 'auto' ? undefined : display.theme}
      data-text={display.text === 'normal' ? undefined : display.text}
      data-contrast={display.contrast === 'normal' ? undefined : display.contrast}
      data-low-data={display.lowData || undefined}
    >
      <head>
        <meta
          name="color-scheme"
          content={display.theme === 'auto' ? 'light dark' : display.theme}
        />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="stylesheet" href={css} />
        {scripts.map((src) => (
          <script key={src} type="module" src={src} nonce={nonce} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}
