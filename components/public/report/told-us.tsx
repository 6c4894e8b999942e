import { ACKNOWLEDGE_DAYS, ANSWER_DAYS } from '#lib/domain/reports/deadlines.ts';
import { ButtonLink } from '../../form/button.tsx';
import { Document } from '../../layout/document.tsx';
import { EmergencyCard } from '../../layout/emergency-card.tsx';
import type { Frame } from '../../layout/frame.ts';
import { paths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { UrgentCard } from '../../layout/urgent-card.tsx';
import { type Help, HelpBrief } from '../state/help-brief.tsx';

interface Props {
  readonly frame: Frame;
  readonly help: Help;
  readonly number: string;
  /** They asked for the answer, and read it with their return code. */
  readonly answer: boolean;
  /** What was written may speak of danger: people to call come first. */
  readonly risk: boolean;
}

/** It has arrived: the number, and when somebody takes it on. */
export function ToldUs({ frame, help, number, answer, risk }: Props) {
  const { t, href } = frame;
  const [line] = help.lines;
  return (
    <Document frame={frame} title={t('report.sent.title')}>
      {risk ? (
        <>
          <EmergencyCard t={t} emergency={help.emergency} />
          {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
        </>
      ) : null}
      <SummaryList
        pairs={[{ term: t('report.sent.number'), value: <b translate="no">{number}</b> }]}
      />
      <p>{t('report.sent.what')}</p>
      <p>{t('report.when', { taken: ACKNOWLEDGE_DAYS, answered: ANSWER_DAYS })}</p>
      {answer ? <p>{t('report.sent.read')}</p> : null}
      <p className="actions">
        {answer ? (
          <ButtonLink href={href(paths.myReports)}>{t('report.sent.mine')}</ButtonLink>
        ) : (
          <ButtonLink href={href(paths.home)}>{t('report.sent.home')}</ButtonLink>
        )}
      </p>
      {risk ? null : <HelpBrief frame={frame} help={help} />}
    </Document>
  );
}
