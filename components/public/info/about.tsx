import type { PromisesKept } from '#lib/domain/evaluation/promises-kept.ts';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { formatDate, gap } from '../../layout/shell/format.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { type DayHours, GuideHours } from './guide-hours.tsx';
import { KeptPromises } from './kept-promises.tsx';

interface Props {
  readonly frame: Frame;
  /** Who answers for this deployment; what is not named is shown as not named. */
  readonly responsible: {
    readonly organisation: string | null;
    readonly clinicalLead: string | null;
    /** ISO date. */
    readonly reviewedOn: string | null;
    /** ISO date. */
    readonly nextReviewOn: string | null;
    readonly funding: string | null;
    readonly contact: string | null;
  };
  /** When guides answer on the next days; null where nobody knows now. */
  readonly hours: readonly DayHours[] | null;
  readonly zone: string;
  /** How often they answered in time; null where nobody knows now. */
  readonly kept: PromisesKept | null;
}

/** The intended purpose, in plain words: part of the safety file, changed only with it. */
export function AboutPage({ frame, responsible, hours, zone, kept }: Props) {
  const { t, locale, href } = frame;
  const unnamed = t('public.about.who.unnamed');
  const { organisation, clinicalLead, reviewedOn, nextReviewOn, funding, contact } = responsible;
  return (
    <Document frame={frame} title={t('public.about.title')}>
      <p className="lead">{t('public.about.lead')}</p>
      <p className="actions">
        <ButtonLink href="#limits">{t('public.about.action')}</ButtonLink>
      </p>
      <h2>{t('public.about.purpose.title')}</h2>
      <p>{t('public.about.purpose.body')}</p>
      <p>{t('public.about.purpose.rules')}</p>
      <h2 id="limits">{t('public.about.limits.title')}</h2>
      <ul>
        <li>{t('public.landing.notDiagnosis')}</li>
        <li>{t('public.about.limits.miss')}</li>
        <li>{t('public.about.limits.other')}</li>
        <li>{t('public.about.limits.low')}</li>
        <li>{t('shell.notKnown')}</li>
      </ul>
      <h2>{t('public.about.evidence.title')}</h2>
      <p>{t('public.about.evidence.feedback')}</p>
      <p>{t('public.about.evidence.harm')}</p>
      <p>
        {t('public.about.evidence.claim')}
        {gap(locale)}
        <a href={href(paths.serviceFigures)}>{t('public.about.evidence.figures')}</a>
      </p>
      <ul className="plain note">
        <li lang="en">Batterham et al. 2016, BJPsych Open 2:67–73</li>
        <li lang="en">Kohlmann et al. 2024, Lancet Digital Health 6:e446–e457</li>
      </ul>
      {hours === null ? null : <GuideHours frame={frame} hours={hours} zone={zone} />}
      {kept === null ? null : <KeptPromises frame={frame} kept={kept} />}
      <h2>{t('public.about.who.title')}</h2>
      <SummaryList
        pairs={[
          { term: t('public.about.who.organisation'), value: organisation ?? unnamed },
          { term: t('public.about.who.lead'), value: clinicalLead ?? unnamed },
          {
            term: t('public.about.who.reviewed'),
            value: reviewedOn ? formatDate(locale, reviewedOn) : t('public.about.who.notReviewed'),
          },
          {
            term: t('public.about.who.nextReview'),
            value: nextReviewOn
              ? formatDate(locale, nextReviewOn)
              : t('public.about.who.notPlanned'),
          },
          { term: t('public.about.who.funding'), value: funding ?? unnamed },
          { term: t('public.about.who.contact'), value: contact ?? unnamed },
        ]}
      />
      {reviewedOn ? null : <p>{t('public.about.who.needsReview')}</p>}
      <h2>{t('public.about.complain.title')}</h2>
      <p>
        {t('public.about.complain.body')}
        {gap(locale)}
        <a href={href(paths.tellUs)}>{t('report.title')}</a>
      </p>
    </Document>
  );
}
