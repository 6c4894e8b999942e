import { asksSafety } from '#app/_request/check/asked.ts';
import { resultPage } from '#app/_request/page.ts';
import { answerRows } from '#app/_request/show/answer-labels.ts';
import { formResults } from '#app/_request/show/form-results.ts';
import { Score } from '#components/pathway/score.tsx';
import { longDate } from '#lib/i18n/dates.ts';
import { wordingOf } from '#lib/i18n/instruments.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';

export const dynamic = 'force-dynamic';

export const { GET, POST } = resultPage({
  async view({ frame, context, session }) {
    const { locale } = frame;
    const next = await viewNextStep({ ...context, session });
    if (!next) return { go: '/check' };
    const { row } = next;
    const answers = session.check?.done ? answerRows(locale, session.check) : null;
    const asked = wordingOf(row.instrument ?? 'phq-9', locale)?.functionalItem;
    const difficulty = asked?.options.find(({ value }) => value === row.difficulty);
    // Its number counts in no other form: a doctor must not add it up.
    const hasPhq9 = next.forms.some(({ instrument }) => instrument === 'phq-9');
    const page = (
      <Score
        frame={frame}
        forms={formResults(next.forms)}
        answers={
          answers
            ?.filter(({ question }) => question !== null)
            .map(({ question, item, label }) => ({
              item: asksSafety({ question }) && !hasPhq9 ? `${item} (PHQ-9, 9)` : item,
              label,
            })) ?? null
        }
        difficultyLabel={difficulty?.label ?? null}
        policyName={next.policyName}
        date={longDate(locale, context.today)}
      />
    );
    return { page };
  },
});
