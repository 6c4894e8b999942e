import { resultPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { Score } from '#components/pathway/score.tsx';
import { longDate } from '#lib/i18n/dates.ts';
import { phq9Wording } from '#lib/i18n/instruments.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  async view({ frame, context, session }) {
    const { locale } = frame;
    const next = await viewNextStep({ ...context, session });
    if (!next) return { go: '/check' };
    const { row } = next;
    const answers = session.check?.done ? answerRows(locale, session.check) : null;
    const difficulty = phq9Wording(locale).functionalItem?.options.find(
      ({ value }) => value === row.difficulty,
    );
    const page = (
      <Score
        frame={frame}
        total={row.total}
        band={row.band}
        answers={
          answers?.filter(({ n }) => n <= 9).map(({ item, label }) => ({ item, label })) ?? null
        }
        difficultyLabel={difficulty?.label ?? null}
        policyName={next.policyName}
        date={longDate(locale, context.today)}
      />
    );
    return { page };
  },
});
