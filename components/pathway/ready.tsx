import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { NextStepBlock } from '../layout/next-step-block.tsx';
import { paths } from '../layout/paths.ts';
import { Status } from '../layout/status.tsx';
import type { StepCard } from './step-card.ts';
import { StepFacts } from './step-facts.tsx';

interface Props {
  readonly frame: Frame;
  readonly step: StepCard;
  readonly closed: boolean;
  /** Path where the step is taken. */
  readonly destination: string;
}

/** Closes the visit, not the loop: the step is chosen and still open. */
export function Ready({ frame, step, closed, destination }: Props) {
  const { t, href } = frame;
  return (
    <Document frame={frame} title={t('result.ready.title')}>
      <NextStepBlock heading={t(`result.step.${step.tier}.title`)}>
        <p>
          <Status t={t} done={false} />
        </p>
        <StepFacts t={t} step={step} />
        {closed ? <p>{t('result.ready.closed')}</p> : null}
        <p className="actions">
          {closed ? (
            <ButtonLink href={href(paths.other)}>{t('result.different')}</ButtonLink>
          ) : (
            <ButtonLink href={href(destination)}>{t(`result.ready.go.${step.tier}`)}</ButtonLink>
          )}
        </p>
      </NextStepBlock>
      <p>{t('result.ready.openLoop')}</p>
      <p>{t('result.ready.cannotRemind')}</p>
      <p className="actions">
        <a href={href(paths.mine)}>{t('result.ready.myPlace')}</a>
        {closed ? null : <a href={href(paths.other)}>{t('result.different')}</a>}
      </p>
    </Document>
  );
}
