import { z } from 'zod';
import { goOn, planPage } from '#app/_request/plan/plan-pages.tsx';
import { FirstPage } from '#components/plan/first-page.tsx';
import { firstActs } from '#lib/domain/plan/first-acts.ts';
import { ownWords } from '#lib/domain/plan/plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = planPage({
  page: 'first',
  draw: (props, { draft, service }) => {
    const { first = '', firstWords } = draft;
    return (
      <FirstPage
        {...props}
        values={{ first, firstWords: firstWords ?? '', ...props.values }}
        acts={firstActs(draft.tier, service)}
        service={service?.name[props.frame.locale] ?? null}
      />
    );
  },
  fields: z.object({
    first: z.string().max(40).default(''),
    firstWords: z.string().max(2000).default(''),
  }),
  act(ctx, typed, { draft, service }) {
    const first = firstActs(draft.tier, service).find((one) => one === typed.first);
    if (first === undefined) {
      return { errors: [{ field: 'first', text: 'plan.first.error.none' }] };
    }
    if (first !== 'own') {
      return goOn(ctx.session, 'first', { ...draft, first, firstWords: null });
    }
    const words = ownWords.safeParse(typed.firstWords);
    if (!words.success) {
      return { errors: [{ field: 'firstWords', text: 'plan.first.error.words' }] };
    }
    return goOn(ctx.session, 'first', { ...draft, first, firstWords: words.data });
  },
});
