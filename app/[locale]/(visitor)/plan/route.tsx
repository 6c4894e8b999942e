import { z } from 'zod';
import { localNow } from '#app/_request/plan/local-now.ts';
import { goOn, planPage } from '#app/_request/plan/plan-pages.tsx';
import { paths } from '#components/layout/paths.ts';
import { WhenPage } from '#components/plan/when-page.tsx';
import { isoDate } from '#lib/domain/basics/day.ts';
import { planMinutes, readPlanTime } from '#lib/domain/plan/plan-time.ts';
import { meetWay } from '#lib/usecases/visitor/plan/meet-way.ts';

export const dynamic = 'force-dynamic';

const typed = z.string().max(40).default('');

/** Where a comparison leads that gives another page than the plan. */
const INSTEAD = { 'information-page': paths.firstVisit, 'feedback-only': paths.ready } as const;

export const { GET, POST } = planPage({
  page: 'when',
  async before(ctx) {
    const way = await meetWay(ctx);
    return way === 'if-then-plan' ? null : { go: INSTEAD[way] };
  },
  draw: (props, { draft: { day, minute }, service }) => {
    const { locale } = props.frame;
    const known =
      day === undefined ? {} : { day: 'other', date: isoDate(day), minute: String(minute) };
    return (
      <WhenPage
        {...props}
        values={{ ...known, ...props.values }}
        minutes={planMinutes(minute)}
        place={service && { service: service.name[locale], hours: service.hours[locale] }}
      />
    );
  },
  fields: z.object({ day: typed, date: typed, minute: typed }),
  act(ctx, fields, { draft }) {
    const time = readPlanTime(fields, localNow(ctx), planMinutes(draft.minute));
    if (time.ok) return goOn(ctx.session, 'when', { ...draft, ...time.value });
    const { field, problem } = time.error;
    return { errors: [{ field, text: `plan.when.error.${problem}` }] };
  },
});
