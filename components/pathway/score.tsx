import { DataTable } from '../layout/data-table.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap, listOf } from '../layout/shell/format.ts';
import { FORMS, type FormResult, totalsIn } from './form-result.ts';

interface Props {
  readonly frame: Frame;
  readonly forms: readonly FormResult[];
  /** In published words; null once this browser has forgotten them. */
  readonly answers: readonly { readonly item: string; readonly label: string }[] | null;
  readonly difficultyLabel: string | null;
  readonly policyName: string | null;
  readonly date: string;
}

/** The honest detail, made to be printed on one side of A4 and handed to a doctor. */
export function Score({ frame, forms, answers, difficultyLabel, ...props }: Props) {
  const { t, href, shared } = frame;
  return (
    <Document frame={frame} title={t('result.score.title')} back={paths.next}>
      {totalsIn(frame, forms).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="no-print">{t('result.score.notDiagnosis')}</p>
      {answers === null ? (
        <p>{t('result.score.forgotten')}</p>
      ) : (
        <DataTable
          caption={t('result.score.answers')}
          columns={[
            { key: 'item', label: t('result.score.question') },
            { key: 'label', label: t('result.score.answer') },
          ]}
          rows={answers.map(({ item, label }, index) => ({
            key: item,
            cells: { item: `${index + 1}. ${item}`, label },
          }))}
        />
      )}
      {difficultyLabel === null ? null : (
        <p>{t('result.score.difficulty', { answer: difficultyLabel })}</p>
      )}
      <div className="prose no-print">
        <h2>{t('result.score.limits')}</h2>
        <ul>
          <li>{t('result.score.limitTime')}</li>
          <li>{t('result.score.limitOther')}</li>
          <li>{t('result.score.limitCulture')}</li>
        </ul>
      </div>
      <p className="note">
        {t('result.score.forDoctor', { forms: namesOf(frame, forms) })}
        {gap(frame.locale)}
        {t('result.score.date', { date: props.date })}
        {props.policyName === null ? null : (
          <>
            {gap(frame.locale)}
            {t('result.why.rule', { name: props.policyName })}
          </>
        )}
      </p>
      <p className="no-print">{t('result.score.printHow')}</p>
      <p className="actions">
        <button className="button" type="button" hidden data-enhance="print">
          {t('result.score.print')}
        </button>
        {answers === null || shared ? null : (
          <a href={href(paths.scoreFile)}>{t('result.score.file')}</a>
        )}
        <a href={href(paths.next)}>{t('result.score.back')}</a>
      </p>
    </Document>
  );
}

/** As "PHQ-9 (0–27)". */
function namesOf({ locale }: Frame, forms: readonly FormResult[]): string {
  return listOf(
    locale,
    forms.map(({ instrument }) => `${FORMS[instrument].name} (0–${FORMS[instrument].max})`),
  );
}
