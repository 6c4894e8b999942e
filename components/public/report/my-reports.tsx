import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Outcome } from '#lib/domain/reports/report.ts';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { PersonBlock } from '../../layout/person-block.tsx';
import { formatDate } from '../../layout/shell/format.ts';
import { SummaryList } from '../../layout/summary-list.tsx';

export interface MyReport {
  readonly number: string;
  readonly kind: string;
  readonly arrived: Day;
  readonly state: 'new' | 'taken' | 'closed';
  readonly outcome: Outcome | null;
  readonly words: string | null;
  readonly answer: string | null;
}

interface Props {
  readonly frame: Frame;
  readonly reports: readonly MyReport[];
}

/** What somebody told us with their return code, and our answers. */
export function MyReports({ frame, reports }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('report.mine.title')} back={paths.mine}>
      {reports.length === 0 ? <p>{t('report.mine.none')}</p> : null}
      {reports.map((report) => (
        <One key={report.number} frame={frame} report={report} />
      ))}
      <p className="actions">
        <ButtonLink kind="plain" href={href(paths.tellUs)}>
          {t('report.mine.again')}
        </ButtonLink>
      </p>
    </Document>
  );
}

function One({ frame, report }: { readonly frame: Frame; readonly report: MyReport }) {
  const { t, locale } = frame;
  const { number, arrived, state, outcome, words, answer } = report;
  return (
    <section aria-labelledby={`case-${number}`}>
      <h2 id={`case-${number}`}>{t('report.mine.case', { number })}</h2>
      <SummaryList
        pairs={[
          { term: t('report.mine.about'), value: t(`report.kind.${kindOf(report)}`) },
          { term: t('report.mine.sent'), value: formatDate(locale, isoDate(arrived)) },
          { term: t('report.mine.state'), value: t(`report.mine.states.${state}`) },
          ...(outcome === null
            ? []
            : [
                {
                  term: t('report.mine.outcome'),
                  value: t(`report.mine.outcomes.${outcome}`),
                },
              ]),
        ]}
      />
      {words === null ? null : (
        <section className="panel panel-ink">
          <h3>{t('report.mine.yours')}</h3>
          <p className="whitespace-pre-wrap">{words}</p>
        </section>
      )}
      {answer === null ? null : (
        <PersonBlock heading={t('report.mine.ours')}>
          <p className="whitespace-pre-wrap">{answer}</p>
        </PersonBlock>
      )}
    </section>
  );
}

/** A person writes of one of three. */
function kindOf({ kind }: MyReport): 'complaint' | 'problem' | 'harm' {
  return kind === 'problem' || kind === 'harm' ? kind : 'complaint';
}
