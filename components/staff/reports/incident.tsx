import { HARM_LEVELS, LONGEST_WORDS } from '#lib/domain/reports/report.ts';
import { Button } from '../../form/button.tsx';
import { Details } from '../../form/details.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { SummaryList } from '../../layout/summary-list.tsx';
import { formatWhen } from '../shell/when.ts';
import { actionOf, SeenField } from './decide-forms.tsx';
import type { ReportProps } from './opened-report.ts';

const FIELDS = ['happened', 'harm', 'done'];

/** What is recorded of a serious incident, who has reviewed it, and the form that records it. */
export function Incident(props: ReportProps) {
  const { frame, errors, report } = props;
  const { t } = frame;
  const recorded = report.incident !== null;
  return (
    <section aria-labelledby="incident">
      <h2 id="incident">{t('reports.incident.title')}</h2>
      {recorded ? <Recorded {...props} /> : null}
      <Details
        summary={t(recorded ? 'reports.incident.change' : 'reports.incident.mark')}
        open={errors.some(({ field }) => FIELDS.includes(field))}
      >
        <IncidentForm {...props} />
      </Details>
    </section>
  );
}

function Recorded({ frame, report }: ReportProps) {
  const { t, locale } = frame;
  const { incident, mayReview } = report;
  if (incident === null) return null;
  const { happened, harm, done, recordedBy, reviewedBy, reviewed } = incident;
  const review =
    reviewedBy === null || reviewed === null
      ? t('reports.incident.notReviewed')
      : t('reports.notes.by', { who: reviewedBy, when: formatWhen(locale, reviewed) });
  const words = (text: string) => <span className="whitespace-pre-wrap wrap-anywhere">{text}</span>;
  return (
    <>
      <SummaryList
        pairs={[
          { term: t('reports.incident.happened'), value: words(happened) },
          { term: t('reports.incident.harm'), value: t(`reports.incident.levels.${harm}`) },
          { term: t('reports.incident.done'), value: words(done) },
          { term: t('reports.incident.recordedBy'), value: recordedBy },
          { term: t('reports.incident.reviewedBy'), value: review },
        ]}
      />
      {mayReview ? (
        <Form frame={frame} action={actionOf({ report }, 'review')}>
          <SeenField report={report} />
          <div className="actions">
            <Button kind="plain">{t('reports.incident.review')}</Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}

function IncidentForm({ frame, errors, values, report }: ReportProps) {
  const { t } = frame;
  const area = (name: 'happened' | 'done') => ({
    t,
    name,
    label: t(`reports.incident.${name}`),
    value: values[name] ?? report.incident?.[name],
    error: errorFor(errors, name),
    rows: 4,
    maxLength: LONGEST_WORDS * 2,
  });
  return (
    <Form frame={frame} action={actionOf({ report }, 'incident')}>
      <SeenField report={report} />
      <p>{t('reports.incident.lead')}</p>
      <TextArea {...area('happened')} />
      <RadioRows
        t={t}
        name="harm"
        legend={t('reports.incident.harm')}
        choices={HARM_LEVELS.map((value) => ({
          value,
          label: t(`reports.incident.levels.${value}`),
        }))}
        value={values['harm'] ?? report.incident?.harm}
        error={errorFor(errors, 'harm')}
      />
      <TextArea {...area('done')} />
      <div className="actions">
        <Button kind="plain">{t('reports.incident.button')}</Button>
      </div>
    </Form>
  );
}
