import { isoDate } from '#lib/domain/basics/day.ts';
import { isLocale } from '#lib/domain/basics/locale.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { LANGUAGE_NAMES } from '../../layout/shell/language-names.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';
import { CloseForm, GiveForm, ReopenForm } from './decide-forms.tsx';
import { Incident } from './incident.tsx';
import { Notes } from './notes.tsx';
import type { ReportProps } from './opened-report.ts';
import { subjectText } from './report-cells.tsx';

const TOLD = ['given', 'noted', 'closed', 'reopened', 'marked', 'reviewed'] as const;

/** One case: what was written, who sees to it by when, notes, what came of it. */
export function ReportPage(props: ReportProps) {
  const { frame, values, report } = props;
  const { t } = frame;
  const errors = staffErrors(t, props.errors);
  const told = TOLD.find((known) => known === values['news']);
  const parts = { ...props, errors };
  const isClosed = report.times.closed !== null;
  return (
    <StaffPage
      frame={frame}
      title={t('reports.case', { number: report.facts.number })}
      current="reports"
      failed={errors.length > 0}
      up={{ path: staffPaths.reports, text: t('reports.title') }}
    >
      <ErrorSummary t={t} errors={errors} />
      {told === undefined ? null : (
        <Notice role="status">
          <p>{t(`reports.told.${told}`)}</p>
        </Notice>
      )}
      <Facts {...parts} />
      <Words {...parts} />
      <Notes {...parts} />
      {isClosed ? null : <GiveForm {...parts} />}
      {isClosed ? <ReopenForm {...parts} /> : <CloseForm {...parts} />}
      <Incident {...parts} />
    </StaffPage>
  );
}

function Facts({ frame, report }: ReportProps) {
  const { t, locale } = frame;
  const { facts, deadlines, times, owner, answerable } = report;
  const { kind, subject, outcome } = facts;
  const date = (day: typeof deadlines.answerBy) => formatDate(locale, isoDate(day));
  const pair = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  const when = (at: typeof times.closed) => at && formatWhen(locale, at);
  return (
    <SummaryList
      pairs={[
        { term: t('reports.facts.kind'), value: t(`reports.kind.${kind}`) },
        ...pair(t('reports.facts.subject'), subjectText(frame, kind, subject)),
        { term: t('reports.facts.arrived'), value: formatWhen(locale, times.arrived) },
        {
          term: t('reports.facts.deadlines'),
          value: t('reports.facts.both', {
            taken: date(deadlines.acknowledgeBy),
            answered: date(deadlines.answerBy),
          }),
        },
        { term: t('reports.facts.owner'), value: owner ?? t('reports.nobody') },
        ...pair(t('reports.facts.acknowledged'), when(times.acknowledged)),
        ...pair(t('reports.facts.language'), languageOf(facts.locale)),
        {
          term: t('reports.facts.answerable'),
          value: t(answerable ? 'reports.facts.canRead' : 'reports.facts.cannotRead'),
        },
        ...pair(t('reports.facts.closed'), when(times.closed)),
        ...pair(t('reports.facts.outcome'), outcome && t(`reports.outcome.${outcome}`)),
      ]}
    />
  );
}

function languageOf(locale: string | null): string | null {
  return locale !== null && isLocale(locale) ? LANGUAGE_NAMES[locale] : null;
}

function Words({ frame, report }: ReportProps) {
  const { t, href } = frame;
  const { facts, words, answer } = report;
  if (facts.kind === 'directory') {
    return (
      <p>
        <a href={href(staffPaths.service(facts.subject ?? ''))}>{t('reports.service')}</a>
      </p>
    );
  }
  if (facts.kind === 'alert') {
    return (
      <p>
        <a href={href(staffPaths.home)}>{t('reports.alertNow')}</a>
      </p>
    );
  }
  return (
    <section className="panel panel-ink" aria-labelledby="words">
      <h2 id="words">{t('reports.words')}</h2>
      {facts.risk === 'none' ? null : <p>{t('reports.riskNote')}</p>}
      {words === null ? (
        <p>{t('reports.gone')}</p>
      ) : (
        <p className="whitespace-pre-wrap wrap-anywhere">{words}</p>
      )}
      {answer === null ? null : (
        <>
          <h3>{t('reports.answerGiven')}</h3>
          <p className="whitespace-pre-wrap wrap-anywhere">{answer}</p>
        </>
      )}
    </section>
  );
}
