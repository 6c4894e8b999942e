import type { PlacementReason } from '#lib/domain/routing/placement.ts';
import { Details } from '../form/details.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { type FormResult, totalsIn } from './form-result.ts';

interface ScoreProps {
  readonly frame: Frame;
  readonly forms: readonly FormResult[];
  /** The answers are still in this browser. */
  readonly canChange: boolean;
}

/** The number, for those who want it, with what doctors call the range. */
export function ScoreDetails({ frame, forms, canChange }: ScoreProps) {
  const { t, href } = frame;
  return (
    <Details summary={t('result.details.summary')}>
      {totalsIn(frame, forms).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('result.details.behind')}</p>
      <p>
        <a className="alone" href={href(paths.score)}>
          {t('result.details.full')}
        </a>
      </p>
      {canChange ? (
        <p>
          <a className="alone" href={href(paths.answers)}>
            {t('result.details.change')}
          </a>
        </p>
      ) : null}
    </Details>
  );
}

interface WhyProps {
  readonly frame: Frame;
  readonly reason: PlacementReason;
  /** Name of the rules in use; null where they could not be read. */
  readonly policyName: string | null;
}

/** The rule that chose the step, in one sentence, and which version of the rules it is. */
export function WhyDetails({ frame: { t }, reason, policyName }: WhyProps) {
  return (
    <Details summary={t('result.why.title')}>
      <p>{t(`result.why.${reason}`)}</p>
      {policyName === null ? null : (
        <p className="note">{t('result.why.rule', { name: policyName })}</p>
      )}
    </Details>
  );
}
