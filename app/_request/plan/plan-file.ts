import type { Opened, Params } from '#app/_request/base.ts';
import { supportFirst } from '#app/_request/check/check-steps.ts';
import { guarded } from '#app/_request/guarded.ts';
import { seeOther } from '#app/_request/see-other.ts';
import { failurePage } from '#app/_request/show/failure.tsx';
import { ownFile } from '#app/_request/show/own-file.ts';
import { type Translate, translate } from '#lib/i18n/translate.ts';
import type { Context, VisitorSession } from '#lib/usecases/context.ts';
import { type PlanView, viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { type PlanWords, planWords } from './plan-words.ts';

interface PlanFile {
  /** Neutral: it stands in the list of downloads. */
  readonly name: string;
  readonly type: string;
  readonly write: (
    words: PlanWords,
    at: {
      readonly t: Translate;
      readonly opened: Opened;
      readonly ctx: Context & { readonly session: VisitorSession };
      readonly planned: PlanView;
    },
  ) => string;
}

/** A kept plan as a file; never on a device that others use. */
export function planFile(request: Request, at: Params, file: PlanFile): Promise<Response> {
  return guarded(request, at, async (opened) => {
    const { context, session, locale } = opened;
    if (!session || session.shared) return failurePage(request, 404);
    const early = supportFirst(session);
    if (early) return seeOther(opened, early);
    const ctx = { ...context, session };
    const planned = await viewPlan(ctx);
    const t = translate(locale);
    const words = planned && planWords({ t, locale }, planned);
    if (!planned || !words) return failurePage(request, 404);
    const { name, type, write } = file;
    return ownFile(context.config, { name, type, text: write(words, { t, opened, ctx, planned }) });
  });
}
