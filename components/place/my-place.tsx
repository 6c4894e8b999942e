import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { ButtonLink } from '../form/button.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { NextStepBlock } from '../layout/next-step-block.tsx';
import { paths } from '../layout/paths.ts';
import { PersonBlock } from '../layout/person-block.tsx';
import { gap } from '../layout/shell/format.ts';
import { Status } from '../layout/status.tsx';
import type { StepCard } from '../pathway/step-card.ts';
import { StepFacts } from '../pathway/step-facts.tsx';
import { Late } from './late.tsx';
import { PersonCard } from './person-card.tsx';
import { PlaceLinks } from './place-links.tsx';

export interface Again {
  /** The person asked to be asked now. */
  readonly due: boolean;
  /** From when answering again is suggested; null where nobody wishes to hear it. */
  readonly date: string | null;
}

interface Props {
  readonly frame: Frame;
  readonly step: StepCard | null;
  /** Path where the step is taken. */
  readonly destination: string | null;
  /** What the way there is called. */
  readonly go: string;
  readonly decision: PathwayRow['decision'];
  readonly completed: boolean;
  readonly hasThread: boolean;
  /** An answer of a guide that was not looked at yet. */
  readonly hasAnswer: boolean;
  /** An answer of a guide is owed. */
  readonly waiting: { readonly promise: string; readonly late: boolean } | null;
  readonly again: Again;
  readonly hasCode: boolean;
  /** A check was begun in this browser and not finished. */
  readonly inCheck: boolean;
  /** The sentences of the plan for the chosen step; null where none is kept. */
  readonly plan: readonly string[] | null;
  /** Its moment is over. */
  readonly planOver: boolean;
  /** It is time to ask how the plan went. */
  readonly checkIn: boolean;
  /** A visit is waited for: a week has gone by without a word of it, and the wait is longer than it may be. */
  readonly visit: { readonly due: boolean; readonly long: boolean } | null;
  /** The card that leads back to a person. */
  readonly card: boolean;
  /** They told us something with their return code. */
  readonly hasReports: boolean;
  /** There are two checks to compare. */
  readonly hasPast: boolean;
  /** They may have written for the group. */
  readonly wasInGroup: boolean;
}

/** One place, one thing to do: a reply comes first, then what is unfinished, then the step. */
export function MyPlace(props: Props) {
  const { frame, again, completed, inCheck, visit } = props;
  const { date } = again;
  const { t } = frame;
  return (
    <Document frame={frame} title={t('mine.place.title')}>
      <Now {...props} />
      {visit?.long ? (
        <p>
          {t('place.waiting.another')}
          {gap(frame.locale)}
          <a href={frame.href(paths.waiting)}>{t('place.waiting.title')}</a>
        </p>
      ) : null}
      {props.card ? <PersonCard frame={frame} /> : null}
      {date === null || !completed || inCheck ? null : <p>{t('mine.place.ask', { date })}</p>}
      <PlaceLinks {...props} hasPlan={props.plan !== null} isWaiting={visit !== null} />
    </Document>
  );
}

function Now({ frame, hasAnswer, inCheck, waiting, ...props }: Props) {
  const { t } = frame;
  if (hasAnswer) {
    return (
      <PersonBlock heading={t('mine.place.replyTitle')}>
        <Go frame={frame} path={paths.messages} text={t('mine.place.readReply')} />
        <ChosenStep frame={frame} {...props} />
      </PersonBlock>
    );
  }
  if (inCheck || !props.completed) {
    return (
      <NextStepBlock heading={t('shell.nextStep')}>
        <p>{t('mine.place.unfinished')}</p>
        <Go
          frame={frame}
          path={inCheck ? paths.next : paths.check}
          text={t('mine.place.answerQuestions')}
        />
      </NextStepBlock>
    );
  }
  if (waiting !== null) {
    return (
      <PersonBlock heading={t('result.step.guidance.title')}>
        {waiting.late ? (
          <Late frame={frame} />
        ) : (
          <p>{t('mine.place.waiting', { promise: waiting.promise })}</p>
        )}
        <Go frame={frame} path={paths.messages} text={t('mine.place.seeMessages')} />
        <ChosenStep frame={frame} {...props} />
      </PersonBlock>
    );
  }
  if (props.checkIn) {
    return (
      <NextStepBlock heading={t('checkin.due')}>
        {props.plan?.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <Go frame={frame} path={paths.checkIn} text={t('checkin.go')} />
      </NextStepBlock>
    );
  }
  if (props.visit?.due) {
    return (
      <NextStepBlock heading={t('place.waiting.due')}>
        <Go frame={frame} path={paths.waiting} text={t('place.waiting.go')} />
        <ChosenStep frame={frame} {...props} />
      </NextStepBlock>
    );
  }
  if (props.again.due) {
    return (
      <NextStepBlock heading={t('mine.again.title')}>
        <p>{t('mine.place.asked')}</p>
        <Go frame={frame} path={paths.again} text={t('mine.place.again')} />
      </NextStepBlock>
    );
  }
  return <Step frame={frame} {...props} />;
}

/** The step stays in sight while something else comes first; writing to a guide is that already. */
function ChosenStep({ frame, step, destination }: Pick<Props, 'frame' | 'step' | 'destination'>) {
  if (step === null || destination === null || step.tier === 'guidance') return null;
  return (
    <p>
      <a href={frame.href(destination)}>{frame.t(`result.step.${step.tier}.title`)}</a>
    </p>
  );
}

type StepProps = Pick<Props, 'frame' | 'decision' | 'plan' | 'planOver' | 'hasCode' | 'go'>;

function Step({ step, destination, ...props }: StepProps & Pick<Props, 'step' | 'destination'>) {
  if (step === null || destination === null) return <NoStep {...props} />;
  return <OpenStep {...props} step={step} destination={destination} />;
}

function NoStep({ frame, decision }: StepProps) {
  const { t } = frame;
  const declined = decision === 'declined';
  return (
    <NextStepBlock heading={t('shell.nextStep')}>
      <p>{declined ? t('mine.place.declined') : t('mine.place.noStep')}</p>
      <Go frame={frame} path={paths.next} text={t('mine.place.seeStep')} />
    </NextStepBlock>
  );
}

/** As a plan where there is one, else as the facts of the step with the way to a plan. */
function OpenStep({
  frame,
  step,
  destination,
  go,
  plan,
  planOver,
  hasCode,
}: StepProps & { readonly step: StepCard; readonly destination: string }) {
  const { t } = frame;
  if (planOver) return <PlanOver frame={frame} tier={step.tier} />;
  return (
    <NextStepBlock heading={t(`result.step.${step.tier}.title`)}>
      <p>
        <Status t={t} done={false} />
      </p>
      {plan?.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {plan === null ? <StepFacts t={t} step={step} /> : null}
      <Go frame={frame} path={destination} text={go} />
      {plan === null && hasCode ? (
        <p>
          <a href={frame.href(paths.plan)}>{t('plan.place.make')}</a>
        </p>
      ) : null}
    </NextStepBlock>
  );
}

/** An old moment with "not done yet" beside it would read as blame. */
function PlanOver({ frame, tier }: Pick<Props, 'frame'> & Pick<StepCard, 'tier'>) {
  const { t, href } = frame;
  return (
    <NextStepBlock heading={t(`result.step.${tier}.title`)}>
      <p>{t('mine.place.over')}</p>
      <Go frame={frame} path={paths.plan} text={t('mine.place.newTime')} />
      {tier === 'face_to_face' ? (
        <p>
          <a href={href(paths.services)}>{t('mine.place.others')}</a>
        </p>
      ) : null}
    </NextStepBlock>
  );
}

function Go({
  frame,
  path,
  text,
}: Pick<Props, 'frame'> & Readonly<Record<'path' | 'text', string>>) {
  return (
    <p className="actions">
      <ButtonLink href={frame.href(path)}>{text}</ButtonLink>
    </p>
  );
}
