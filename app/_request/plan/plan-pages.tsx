import type { z } from 'zod';
import { visitorPage } from '#app/_request/page.ts';
import type {
  Again,
  Failed,
  Go,
  Definition as PageDefinition,
  View,
} from '#app/_request/page-types.ts';
import { localNow } from '#app/_request/plan/local-now.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { paths } from '#components/layout/paths.ts';
import type { PlanPageProps } from '#components/plan/plan-page.tsx';
import { planSentences } from '#components/plan/plan-words.ts';
import { toldErrors } from '#components/screening/told-errors.ts';
import { missingPage, PLAN_PAGES, type PlanDraft, type PlanPage } from '#lib/domain/plan/plan.ts';
import type { LocalNow } from '#lib/domain/plan/plan-time.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { Context, VisitorContext, VisitorSession } from '#lib/usecases/context.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';

export const PLAN_PATHS: Readonly<Record<PlanPage, string>> = {
  when: paths.plan,
  first: paths.planFirst,
  feeling: paths.planFeeling,
  answer: paths.planAnswer,
  remind: paths.planRemind,
};

export interface PlanNow {
  readonly draft: PlanDraft;
  readonly service: Service | null;
}

interface Definition<Fields> {
  readonly page: PlanPage;
  /** What may come instead of this page; asked where nothing of the plan is missing before it. */
  readonly before?: (ctx: Omit<VisitorContext, 'key'>) => Promise<Go | null>;
  readonly draw: (props: PlanPageProps, now: PlanNow, context: Context) => React.ReactElement;
  readonly fields: z.ZodType<Fields>;
  readonly secret?: PageDefinition<VisitorSession, Fields>['secret'];
  readonly act: (
    ctx: VisitorContext,
    fields: Fields,
    now: PlanNow,
    request: Request,
  ) => Promise<Go | Again | Failed> | Go | Again | Failed;
}

/** One page of a plan: it needs a chosen step, a return code that was kept, and the pages before it. */
export function planPage<Fields>(definition: Definition<Fields>) {
  const { page, before, draw, fields, secret, act } = definition;
  return visitorPage<Fields>({
    async view(view) {
      const ctx = { ...view.context, session: view.session };
      const now = await readPlan(ctx, page);
      if ('go' in now) return now;
      const instead = await before?.(ctx);
      if (instead) return instead;
      return { page: draw(propsOf(view, now), now, view.context) };
    },
    fields,
    ...(secret ? { secret } : {}),
    async act(ctx, typed, { request }) {
      const now = await readPlan(ctx, page);
      return 'go' in now ? now : act(ctx, typed, now, request);
    },
  });
}

/** The session with what this page added, and the page after it. */
export function goOn(session: VisitorSession, page: PlanPage, draft: PlanDraft): Go {
  const next = PLAN_PAGES[PLAN_PAGES.indexOf(page) + 1];
  return {
    go: next === undefined ? paths.ready : PLAN_PATHS[next],
    session: { ...session, plan: draft },
  };
}

async function readPlan(ctx: Omit<VisitorContext, 'key'>, page: PlanPage): Promise<Go | PlanNow> {
  const { session } = ctx;
  // Whatever is planned is sealed under the code: without one nobody could read it again.
  if (!hasKeptCode(session)) return { go: paths.keep };
  const view = await viewPlan(ctx);
  if (!view) return { go: paths.ended, session: null };
  const { tier, service, record, needsPlace } = view;
  if (tier === null) return { go: paths.next };
  if (needsPlace) return { go: paths.services };
  const id = service?.id ?? null;
  const about = [session.plan ?? null, record.plan].find(
    (one) => one !== null && one.tier === tier && one.service === id,
  );
  const draft = withoutPast(about ?? { tier, service: id }, localNow(ctx));
  const missing = missingPage(draft);
  if (missing !== null && PLAN_PAGES.indexOf(missing) < PLAN_PAGES.indexOf(page)) {
    return { go: PLAN_PATHS[missing] };
  }
  return { draft, service };
}

/** A moment that is over is chosen anew. */
function withoutPast(draft: PlanDraft, now: LocalNow): PlanDraft {
  const { day, minute, ...rest } = draft;
  if (day === undefined || minute === undefined) return draft;
  const over = day < now.day || (day === now.day && minute <= now.minute);
  return over ? rest : draft;
}

function propsOf(
  { frame, errors, values }: View<VisitorSession>,
  { draft, service }: PlanNow,
): PlanPageProps {
  return {
    frame,
    errors: toldErrors(frame.t, errors),
    values,
    sentences: planSentences(frame, draft, service?.name[frame.locale] ?? null),
  };
}
