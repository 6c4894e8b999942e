import type { CrisisLine, EmergencyNumber } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import { Document } from '../layout/document.tsx';
import { EmergencyCard } from '../layout/emergency-card.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  /** The question was answered; or its number, where it was left out; null where that is not known. */
  readonly told: 'answered' | number | null;
  readonly emergency: EmergencyNumber | null;
  readonly lines: readonly CrisisLine[];
  /** Path after this page; null where going on saves the answers, which only a post may do. */
  readonly go: string | null;
  readonly back: string;
  /** Follow-up questions can be asked in this language. */
  readonly canAskMore: boolean;
}

/** More lines than this are a list to read, not a person to call. */
const MOST_LINES = 2;

/** People first, before any result (decision D11). No score, no reading matter, nothing to fill in. */
export function Support({ frame, told, emergency, lines, go, ...props }: Props) {
  const { t, href, locale } = frame;
  const { back } = props;
  const left = typeof told === 'number';
  return (
    <Document frame={frame} title={t('check.support.title')} headingless back={back}>
      <h1>
        <span className="unseen-always">{t('shell.urgent.level')} </span>
        {t('check.support.title')}
      </h1>
      <p>
        {told === 'answered'
          ? t('check.support.told')
          : left
            ? t('check.support.declined', { n: told })
            : t('check.support.declinedOne')}
      </p>
      <EmergencyCard t={t} emergency={emergency} />
      {lines.slice(0, MOST_LINES).map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <h2>{t('help.until.title')}</h2>
      <ul>
        <li>{t('help.until.stay')}</li>
        <li>{t('help.until.away')}</li>
      </ul>
      <p>{t('shell.notKnown')}</p>
      <p>
        <a className="alone" href={href(paths.hardTimes)}>
          {t('plan.safety.offer')}
        </a>
      </p>
      {props.canAskMore ? (
        <p>
          {t('check.followUp.offer')}
          {gap(locale)}
          <a href={href(paths.followUp)}>{t('check.followUp.link')}</a>
        </p>
      ) : null}
      {go === null ? (
        <Form frame={frame} action={paths.support}>
          <p className="actions">
            <Button kind="link">{t('check.support.continue')}</Button>
          </p>
        </Form>
      ) : (
        <p className="actions">
          <a href={href(go)}>{t('check.support.continue')}</a>
        </p>
      )}
    </Document>
  );
}
