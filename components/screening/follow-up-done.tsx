import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import type { FollowUp } from '#lib/domain/screening/follow-up.ts';
import { Document } from '../layout/document.tsx';
import { EmergencyCard } from '../layout/emergency-card.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly outcome: FollowUp;
  readonly emergency: EmergencyNumber | null;
  readonly lines: readonly CrisisLine[];
}

const MOST_LINES = 2;

/** How soon to talk to somebody. Nobody here can come, so it says what the person can do. */
export function FollowUpDone({ frame, outcome, emergency, lines }: Props) {
  const { t, href } = frame;
  return (
    <Document
      frame={frame}
      title={t(`check.followUp.${outcome}.title`)}
      back={`${paths.followUp}?again`}
    >
      <p className="lead">{t(`check.followUp.${outcome}.lead`)}</p>
      {outcome === 'none' ? null : <EmergencyCard t={t} emergency={emergency} />}
      {lines.slice(0, MOST_LINES).map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      {outcome === 'now' ? (
        <ul>
          <li>{t('help.until.stay')}</li>
          <li>{t('help.until.away')}</li>
        </ul>
      ) : null}
      <p>{t('shell.notKnown')}</p>
      <p className="actions">
        <a href={href(paths.support)}>{t('check.followUp.back')}</a>
      </p>
    </Document>
  );
}
