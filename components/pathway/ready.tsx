import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { NextStepBlock } from '../layout/next-step-block.tsx';
import { paths } from '../layout/paths.ts';
import { Status } from '../layout/status.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { NothingOpen } from './nothing-open.tsx';
import type { StepCard } from './step-card.ts';
import { StepFacts } from './step-facts.tsx';

interface Props {
  readonly frame: Frame;
  readonly step: StepCard;
  /** It is closed right now. */
  readonly closed: boolean;
  /** People to call, where nothing stands in for a closed step. */
  readonly lines: readonly CrisisLine[];
  /** Path where the step is taken. */
  readonly destination: string;
  /** A comparison gave something else than the plan, which stays one link away. */
  readonly planToo?: boolean;
}

/** Closes the visit, not the loop: the step is chosen and still open. */
export function Ready(props: Props) {
  const { frame, step, closed, lines, destination, planToo = false } = props;
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('result.ready.title')}>
      {lines.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <NextStepBlock heading={t(`result.step.${step.tier}.title`)}>
        <p>
          <Status t={t} done={false} />
        </p>
        <StepFacts t={t} step={step} />
        {closed ? <Closed frame={frame} nothing={lines.length > 0} /> : null}
        {closed ? null : (
          <p className="actions">
            <ButtonLink href={href(destination)}>{t(`result.ready.go.${step.tier}`)}</ButtonLink>
          </p>
        )}
      </NextStepBlock>
      <p>{t('result.ready.openLoop')}</p>
      <p>{t('result.ready.cannotRemind')}</p>
      <p className="actions">
        {planToo ? <a href={href(paths.plan)}>{t('care.read.planToo')}</a> : null}
        <a href={href(paths.mine)}>{t('result.ready.myPlace')}</a>
        {closed && lines.length === 0 ? null : (
          <a href={href(paths.other)}>{t('result.different')}</a>
        )}
      </p>
    </Document>
  );
}

function Closed({ frame, nothing }: { readonly frame: Frame; readonly nothing: boolean }) {
  const { t, href } = frame;
  if (nothing) return <NothingOpen frame={frame} />;
  return (
    <>
      <p>{t('result.ready.closed')}</p>
      <p className="actions">
        <ButtonLink href={href(paths.other)}>{t('result.different')}</ButtonLink>
      </p>
    </>
  );
}
