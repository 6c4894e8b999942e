import { z } from 'zod';
import { checkPage } from '#app/_request/page.ts';
import { localNow } from '#app/_request/plan/local-now.ts';
import { helpLines } from '#app/_request/show/help-lines.ts';
import { hasKeptCode } from '#app/_request/show/kept-code.ts';
import { paths } from '#components/layout/paths.ts';
import { IDLE_MINUTES } from '#components/layout/shell/idle-dialog.tsx';
import { HardTimes } from '#components/plan/hard-times.tsx';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { SAFETY_PARTS, SAFETY_PLAN } from '#lib/domain/plan/safety-plan.ts';
import { timeText } from '#lib/i18n/dates.ts';
import type { Context } from '#lib/usecases/context.ts';
import { keepSafetyPlan } from '#lib/usecases/visitor/plan/keep-safety-plan.ts';
import { viewOwnRecord } from '#lib/usecases/visitor/plan/view-own-record.ts';

export const dynamic = 'force-dynamic';

/** A part that the form did not send is empty. */
const TYPED = z.object(
  Object.fromEntries(SAFETY_PARTS.map((part) => [part, z.string().max(5000).default('')])),
);

/** When a shared device that lies idle forgets, on the clock on the wall. */
function closingTime(context: Context): string {
  const now = (context.now + IDLE_MINUTES * 60_000) as Instant;
  return timeText(context.locale, localNow({ ...context, now }).minute);
}

/** Also from the support page, before anything is saved: it needs no code to be read and printed. */
export const { GET, POST } = checkPage({
  without: '/return',
  async view({ frame, errors, values, context, session, opened }) {
    const canKeep = hasKeptCode(session);
    const kept = canKeep ? (await viewOwnRecord({ ...context, session })).safety : null;
    const page = (
      <HardTimes
        frame={frame}
        errors={errors}
        values={values}
        kept={kept}
        canKeep={canKeep}
        closes={session.shared ? closingTime(context) : null}
        done={opened.url.searchParams.has('kept')}
        back={session.support === 'no' ? paths.mine : paths.support}
        {...helpLines(frame.country)}
      />
    );
    return { page };
  },
  fields: TYPED,
  async act(ctx, typed) {
    const plan = SAFETY_PLAN.safeParse(typed);
    if (!plan.success) {
      const fields = new Set(plan.error.issues.map(({ path }) => String(path[0])));
      return { errors: [...fields].map((field) => ({ field, text: 'plan.safety.tooLong' })) };
    }
    const kept = await keepSafetyPlan(ctx, plan.data);
    if (kept.ok) return { go: `${paths.hardTimes}?kept` };
    return kept.error === 'gone' ? { go: paths.ended, session: null } : { go: paths.keep };
  },
});
