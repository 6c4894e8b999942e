import type { ReactElement } from 'react';
import type { Opened } from '#app/_request/base.ts';
import type { Flash } from '#app/_request/cookie/flash.ts';
import { pageHeaders } from '#app/_request/show/headers.ts';
import { html } from '#app/_request/show/html.ts';
import type { Permission } from '#lib/domain/access/permission.ts';
import { requireStaff, type StaffView, staffRoot } from './staff.ts';

/**
 * The page of a form with what was typed, in answer to the post itself: for what is too long for the cookie
 * that takes it back otherwise. It is drawn without scripts, which staff forms do without.
 */
export async function drawAgain<P extends Permission>(
  permission: P,
  opened: Opened,
  flash: Flash,
  view: (view: StaffView<P>) => Promise<ReactElement>,
): Promise<Response> {
  const { locale, context } = opened;
  const shown = await requireStaff(permission, locale, flash.path);
  const [page, root] = await Promise.all([view({ ...shown, flash }), staffRoot(locale)]);
  const { display } = root;
  const document = (
    <html
      lang={root.lang}
      dir="ltr"
      data-theme={display.theme === 'auto' ? undefined : display.theme}
      data-text={display.text === 'normal' ? undefined : display.text}
      data-contrast={display.contrast === 'normal' ? undefined : display.contrast}
    >
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        <link rel="stylesheet" href={root.css} />
      </head>
      <body>{page}</body>
    </html>
  );
  const headers = pageHeaders(context.config, 'personal');
  return new Response(await html(document), { status: 422, headers });
}
