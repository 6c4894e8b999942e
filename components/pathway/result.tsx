import type { Care, Signs } from '#lib/domain/routing/facts.ts';
import type { PlacementReason } from '#lib/domain/routing/placement.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { NextStepBlock } from '../layout/next-step-block.tsx';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { ChangeSince, type Since } from './change-since.tsx';
import { bandOf, type FormResult } from './form-result.ts';
import { NothingOpen } from './nothing-open.tsx';
import { ResultText, type StrongAnswer } from './result-text.tsx';
import { ScoreDetails, WhyDetails } from './score-details.tsx';
import { type StepCard, type StepOption, shortOf } from './step-card.ts';
import { StepChoice } from './step-choice.tsx';
import { ChooseStep, type Move } from './step-move.tsx';

interface Props {
  readonly frame: Frame;
  readonly forms: readonly FormResult[];
  /** As this browser still knows it. */
  readonly care: Care | null;
  readonly signs: Signs | null;
  readonly crisis: boolean;
  readonly strongest: readonly StrongAnswer[];
  /** The one next step; null where none is chosen beforehand, and `options` are shown instead. */
  readonly step: StepCard | null;
  /** Of a later check: how it differs from the first one. */
  readonly since: readonly Since[];
  /** The step lies above or below the one that somebody has. */
  readonly move: Move | null;
  readonly options: readonly StepOption[];
  /** The step that would come first is closed, and this one stands in. */
  readonly standsIn: boolean;
  /** Nothing that could be offered is open: people to call come first, and the directory. */
  readonly closed: boolean;
  readonly reason: PlacementReason;
  readonly policyName: string | null;
  readonly canChange: boolean;
  readonly lines: readonly CrisisLine[];
}

/** More lines than this are a list to read, not a person to call. */
const MOST_LINES = 2;

/** A doorway, not an ending: what the answers suggest, then one next step that stays open. */
export function Result(props: Props) {
  const { frame, forms, crisis, step, closed, lines } = props;
  const { t, href } = frame;
  const band = bandOf(forms);
  const urgent = crisis || band === 'severe';
  const shown = lines.slice(0, closed ? MOST_LINES : urgent ? 1 : 0);
  return (
    <Document frame={frame} title={t('result.title')} headingless>
      <p className="caption">{t('result.caption')}</p>
      <h1>{t('result.title')}</h1>
      {shown.map((line) => (
        <UrgentCard key={line.id} frame={frame} line={line} />
      ))}
      <ResultText frame={frame} forms={forms} strongest={props.strongest} />
      <ChangeSince frame={frame} since={props.since} />
      {props.care === 'in_care' ? <p>{t('result.other_care.inCare')}</p> : null}
      {props.signs === 'some' ? <p>{t('result.other_care.signs')}</p> : null}
      {closed ? (
        <NextStepBlock heading={t('shell.nextStep')}>
          <NothingOpen frame={frame} />
        </NextStepBlock>
      ) : step === null ? (
        <>
          <h2>{t('result.anyStep')}</h2>
          <StepChoice frame={frame} options={props.options} />
        </>
      ) : (
        <OneStep {...props} step={step} />
      )}
      <p className="actions">
        {step === null ? null : <a href={href(paths.other)}>{t('result.different')}</a>}
        <a href={href(paths.notToday)}>{t('result.goNotToday')}</a>
      </p>
      <p>{t('result.openLoop')}</p>
      <WhyDetails frame={frame} reason={props.reason} policyName={props.policyName} />
      <ScoreDetails frame={frame} forms={forms} canChange={props.canChange} />
    </Document>
  );
}

function OneStep({ frame, forms, step, standsIn, move }: Props & { readonly step: StepCard }) {
  const { t } = frame;
  const band = bandOf(forms);
  return (
    <NextStepBlock heading={t('shell.nextStep')}>
      <p className="lead">
        <strong>{t(`result.step.${step.tier}.title`)}</strong>
      </p>
      <p>{t(`result.step.${step.tier}.lead.${band ?? 'none'}`)}</p>
      <p>{shortOf(t, step)}</p>
      {standsIn ? <p className="note">{t('result.closedNote')}</p> : null}
      <ChooseStep frame={frame} step={step.tier} move={move} />
    </NextStepBlock>
  );
}
