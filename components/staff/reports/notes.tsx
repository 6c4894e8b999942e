import { LONGEST_WORDS } from '#lib/domain/reports/report.ts';
import { Button } from '../../form/button.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { formatWhen } from '../shell/when.ts';
import { actionOf, SeenField } from './decide-forms.tsx';
import type { ReportProps } from './opened-report.ts';

/** Notes for colleagues; whoever wrote the report never sees them. */
export function Notes({ frame, errors, values, report }: ReportProps) {
  const { t, locale } = frame;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('reports.notes.title')}</h2>
      {report.notes.length === 0 ? <p>{t('reports.notes.none')}</p> : null}
      {report.notes.map(({ by, at, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notes only grow at their end
        <div key={place}>
          <p className="note">{t('reports.notes.by', { who: by, when: formatWhen(locale, at) })}</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
        </div>
      ))}
      <Form frame={frame} action={actionOf({ report }, 'note')}>
        <SeenField report={report} />
        <TextArea
          t={t}
          name="note"
          label={t('reports.notes.label')}
          hint={t('reports.notes.hint')}
          value={values['note']}
          error={errorFor(errors, 'note')}
          rows={3}
          maxLength={LONGEST_WORDS * 2}
        />
        <div className="actions">
          <Button kind="plain">{t('reports.notes.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
