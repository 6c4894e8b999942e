import type { Params } from '#app/_request/base.ts';
import { supportFirst } from '#app/_request/check/check-steps.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { ownFile } from '#app/_request/show/own-file.ts';
import { paths } from '#components/layout/paths.ts';
import { translate } from '#lib/i18n/translate.ts';

export const dynamic = 'force-dynamic';

/** The slip as a file, as long as the code is shown at all; never on a device that others use. */
export function GET(request: Request, at: Params) {
  return guarded(request, at, ({ context, session, locale, ...opened }) => {
    if (!session || session.code === null || session.shared) return failurePage(request, 404);
    const early = supportFirst(session);
    if (early) return seeOther({ context, session, locale, ...opened }, early);
    const { config } = context;
    const t = translate(locale);
    const lines = [
      t('result.keep.private', { service: config.serviceName }),
      (session.code.match(/\d{4}/g) ?? []).join(' '),
      t('result.keep.only'),
      new URL(`/${locale}${paths.return}`, config.origin).href,
    ];
    const text = `${lines.join('\n\n')}\n`;
    return ownFile(config, { name: 'my-note.txt', type: 'text/plain; charset=utf-8', text });
  });
}
