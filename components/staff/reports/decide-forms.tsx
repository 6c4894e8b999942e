import { LONGEST_WORDS, OUTCOMES } from '#lib/domain/reports/report.ts';
import { Button } from '../../form/button.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { RadioRows } from '../../form/radio-rows.tsx';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { ReportProps } from './opened-report.ts';

/** What of the case was on the page: a change of another state is refused. */
export function SeenField({ report }: Pick<ReportProps, 'report'>) {
  return <input type="hidden" name="seen" value={report.facts.version} />;
}

export const actionOf = ({ report }: Pick<ReportProps, 'report'>, verb: string) =>
  staffDo(staffPaths.report(report.facts.id), verb);

export function GiveForm({ frame, errors, values, report }: ReportProps) {
  const { t } = frame;
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('reports.give.title')}</h2>
      <Form frame={frame} action={actionOf({ report }, 'give')}>
        <SeenField report={report} />
        <Select
          t={t}
          name="person"
          label={t('reports.give.label')}
          value={values['person'] ?? report.facts.owner ?? ''}
          options={[
            { value: '', text: t('roster.add.choose') },
            ...report.people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          error={errorFor(errors, 'person')}
        />
        <div className="actions">
          <Button kind="plain">{t('reports.give.button')}</Button>
        </div>
      </Form>
    </section>
  );
}

export function CloseForm({ frame, errors, values, report }: ReportProps) {
  const { t } = frame;
  return (
    <section aria-labelledby="close">
      <h2 id="close">{t('reports.close.title')}</h2>
      {report.owner === null ? (
        <p>{t('reports.close.ownerFirst')}</p>
      ) : (
        <Form frame={frame} action={actionOf({ report }, 'close')}>
          <SeenField report={report} />
          <RadioRows
            t={t}
            name="outcome"
            legend={t('reports.close.outcome')}
            choices={OUTCOMES.map((value) => ({ value, label: t(`reports.outcome.${value}`) }))}
            value={values['outcome']}
            error={errorFor(errors, 'outcome')}
          />
          {report.answerable ? (
            <TextArea
              t={t}
              name="answer"
              label={t('reports.close.answer')}
              hint={t('reports.close.answerHint')}
              value={values['answer'] ?? report.answer ?? ''}
              error={errorFor(errors, 'answer')}
              maxLength={LONGEST_WORDS * 2}
            />
          ) : null}
          <div className="actions">
            <Button kind="dusk">{t('reports.close.button')}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

export function ReopenForm({ frame, report }: ReportProps) {
  return (
    <Form frame={frame} action={actionOf({ report }, 'reopen')}>
      <SeenField report={report} />
      <div className="actions">
        <Button kind="plain">{frame.t('reports.reopen')}</Button>
      </div>
    </Form>
  );
}
