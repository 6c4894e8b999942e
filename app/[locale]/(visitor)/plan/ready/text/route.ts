import type { Params } from '#app/_request/base.ts';
import { liveVisit } from '#app/_request/plan/live-visit.ts';
import { planFile } from '#app/_request/plan/plan-file.ts';
import { paths } from '#components/layout/paths.ts';
import { colon } from '#components/layout/shell/format.ts';
import { viewSlipCode } from '#lib/usecases/visitor/plan/view-slip-code.ts';

export const dynamic = 'force-dynamic';

/** The slip as a file. */
export function GET(request: Request, at: Params) {
  return planFile(request, at, {
    name: 'my-note.txt',
    type: 'text/plain; charset=utf-8',
    write(words, { t, opened, ctx, planned }) {
      const { config } = ctx;
      const code = viewSlipCode(ctx);
      const visit = liveVisit(opened.locale, planned);
      const lines = [
        t('result.keep.private', { service: config.serviceName }),
        ...words.sentences,
        ...(code === null
          ? []
          : [
              `${t('plan.ready.code')}${colon(opened.locale)}${(code.match(/\d{4}/g) ?? []).join(' ')}`,
            ]),
        ...(visit === null
          ? []
          : [`${t('plan.ready.visit')}${colon(opened.locale)}${visit.groups.join(' ')}`]),
        new URL(`/${opened.locale}${paths.return}`, config.origin).href,
      ];
      return `${lines.join('\n\n')}\n`;
    },
  });
}
