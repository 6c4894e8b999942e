import { z } from 'zod';
import { goOn, planPage } from '#app/_request/plan/plan-pages.tsx';
import { AnswerPage } from '#components/plan/answer-page.tsx';
import { ANSWERS, ownWords } from '#lib/domain/plan/plan.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = planPage({
  page: 'answer',
  draw: (props, { draft: { answer = '', answerWords } }) => (
    <AnswerPage {...props} values={{ answer, answerWords: answerWords ?? '', ...props.values }} />
  ),
  fields: z.object({
    answer: z.enum(ANSWERS, 'plan.answer.error.none'),
    answerWords: z.string().max(2000).default(''),
  }),
  act(ctx, { answer, ...typed }, { draft }) {
    if (answer !== 'own') {
      return goOn(ctx.session, 'answer', { ...draft, answer, answerWords: null });
    }
    const words = ownWords.safeParse(typed.answerWords);
    if (!words.success) {
      return { errors: [{ field: 'answerWords', text: 'plan.answer.error.words' }] };
    }
    return goOn(ctx.session, 'answer', { ...draft, answer, answerWords: words.data });
  },
});
