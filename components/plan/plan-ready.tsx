import type { Plan } from '#lib/domain/plan/plan.ts';
import type { SentChannel } from '#lib/domain/plan/reminder.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { NextStepBlock } from '../layout/next-step-block.tsx';
import { paths } from '../layout/paths.ts';
import { colon, gap } from '../layout/shell/format.ts';
import { QrCode } from '../layout/shell/qr-code.tsx';
import { Slip } from '../layout/slip.tsx';
import { Status } from '../layout/status.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';

interface Props {
  readonly frame: Frame;
  readonly plan: Plan;
  readonly sentences: readonly string[];
  /** Path where the step is taken. */
  readonly destination: string;
  /** What the way there is called. */
  readonly go: string;
  /** People to call, where the crisis floor asks for them. */
  readonly lines: readonly CrisisLine[];
  /** In words. */
  readonly checkInDate: string | null;
  /** When a message comes, in words; null where none is to come. */
  readonly reminder: { readonly channel: SentChannel; readonly when: string } | null;
  /** 20 digits, as long as this browser may show them. */
  readonly code: string | null;
  /** The visit code for the chosen service, in its groups; null where there is none. */
  readonly visit: readonly string[] | null;
  /** Of the return page. */
  readonly qr: { readonly size: number; readonly path: string };
}

/** Closes the visit, not the loop: the plan is kept and not done yet, and can be carried away. */
export function PlanReady(props: Props) {
  const { frame, plan, sentences, destination, go, checkInDate, reminder, lines, ...slip } = props;
  const { t, href, shared } = frame;
  const calendar = plan.reminder === 'calendar' && !shared;
  return (
    <Document frame={frame} title={t('result.ready.title')}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <div className="no-print">
        <NextStepBlock heading={t('plan.title')}>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p>
            <Status t={t} done={false} />
          </p>
          <p className="actions">
            {calendar ? (
              <ButtonLink href={href(paths.calendar)}>{t('plan.ready.calendar')}</ButtonLink>
            ) : null}
            {calendar ? (
              <a href={href(destination)}>{go}</a>
            ) : (
              <ButtonLink href={href(destination)}>{go}</ButtonLink>
            )}
          </p>
          {calendar ? <p className="note no-print">{t('plan.ready.calendarNote')}</p> : null}
        </NextStepBlock>
      </div>
      {reminder === null ? null : (
        <p className="no-print">
          {t(`plan.reminder.waiting.${reminder.channel}`, { when: reminder.when })}
          {gap(frame.locale)}
          <a href={href(paths.planReminder)}>{t('plan.reminder.link')}</a>
        </p>
      )}
      {checkInDate === null ? null : <p>{t('plan.ready.checkIn', { date: checkInDate })}</p>}
      <PlanSlip frame={frame} plan={plan} sentences={sentences} {...slip} />
      <p className="actions">
        <a href={href(paths.plan)}>{t('plan.ready.change')}</a>
        <a href={href(paths.mine)}>{t('result.ready.myPlace')}</a>
      </p>
    </Document>
  );
}

type SlipProps = Pick<Props, 'frame' | 'plan' | 'sentences' | 'code' | 'visit' | 'qr'>;

/** What is carried away; the code is folded, since a page that stands open is read over a shoulder. */
function PlanSlip({ frame, plan, sentences, code, visit, qr }: SlipProps) {
  const { t, href, locale, shared, service } = frame;
  return (
    <Slip t={t} heading={t('result.keep.private', { service: service.name })}>
      {plan.outcome === null || plan.outcome === 'other' ? null : (
        <p>
          {t('plan.ready.best')}
          {gap(locale)}
          {t(`plan.feeling.best.${plan.outcome}`)}
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {visit === null ? null : (
        <p>
          <a href={href(paths.visit)}>{t('plan.ready.visit')}</a>
          {colon(locale)}
          <strong className="font-code" translate="no">
            {visit.join(' ')}
          </strong>
          <br />
          {t('care.code.alone')}
        </p>
      )}
      {code === null ? (
        <p>{t('plan.ready.codeKept')}</p>
      ) : (
        <Details summary={t('plan.ready.codeShow')}>
          <p className="code" translate="no">
            {(code.match(/\d{4}/g) ?? []).join(' ')}
          </p>
        </Details>
      )}
      <QrCode {...qr} label={t('plan.ready.qr')} />
      {shared ? null : (
        <p className="no-print">
          <button className="button button-plain" type="button" hidden data-enhance="print">
            {t('shell.print')}
          </button>{' '}
          <a href={href(paths.slipText)}>{t('plan.ready.text')}</a>
        </p>
      )}
    </Slip>
  );
}
