import { Fragment } from 'react';
import type { WayId } from '#lib/domain/bridges/ways.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { Details } from '../../form/details.tsx';
import { FirstVisitText } from '../../plan/first-visit-text.tsx';

interface Props {
  readonly t: Translate;
  readonly ways: readonly WayId[];
}

/** What people are shown in each arm, for whoever writes a comparison and whoever answers for it. */
export function WaysShown({ t, ways }: Props) {
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">{t('trials.shown.title')}</h2>
      <p>{t('trials.shown.lead')}</p>
      {ways.map((way) => (
        <Fragment key={way}>
          <h3>{t(`trials.way.${way}`)}</h3>
          <Shown t={t} way={way} />
        </Fragment>
      ))}
    </section>
  );
}

/** Pages of the plan, in their order. */
const QUESTIONS = ['when', 'first', 'feeling', 'answer', 'remind'] as const;

function Shown({ t, way }: { readonly t: Translate; readonly way: WayId }) {
  if (way === 'feedback-only') {
    return <p>{t('trials.shown.nothing', { title: t('result.ready.title') })}</p>;
  }
  if (way === 'information-page') {
    return (
      <Details summary={t('trials.shown.read', { title: t('care.read.title') })}>
        <FirstVisitText t={t} as="h4" />
      </Details>
    );
  }
  way satisfies 'if-then-plan';
  return (
    <>
      <p>{t('trials.shown.plan')}</p>
      <ol>
        {QUESTIONS.map((page) => (
          <li key={page}>{t(`plan.${page}.title`)}</li>
        ))}
      </ol>
    </>
  );
}
