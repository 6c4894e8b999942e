import type { Params } from '#app/_request/base.ts';
import { beforeResult } from '#app/_request/check/check-steps.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { filledForms } from '#app/_request/show/filled-forms.ts';
import { ownFile } from '#app/_request/show/own-file.ts';
import { isoDate } from '#lib/domain/basics/day.ts';
import { writeBundle } from '#lib/domain/screening/fhir/write-bundle.ts';

export const dynamic = 'force-dynamic';

/** The answers and totals for a doctor's computer, as long as this browser knows them; never on a shared device. */
export function GET(request: Request, at: Params) {
  return guarded(request, at, (opened) => {
    const { context, session, locale } = opened;
    const check = session?.check ?? null;
    if (!session || session.shared || !check?.done) return failurePage(request, 404);
    const early = beforeResult(session, locale);
    if (early) return seeOther(opened, early);
    const { config, today } = context;
    const bundle = writeBundle(filledForms(locale, check, config.origin.origin), isoDate(today));
    return ownFile(config, {
      name: 'my-answers.json',
      type: 'application/fhir+json; charset=utf-8',
      text: `${JSON.stringify(bundle, null, 2)}\n`,
    });
  });
}
