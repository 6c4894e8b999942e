import type { PathwayId } from '#lib/domain/basics/ids.ts';
import { armAt, isEligible, stratumOf } from '#lib/domain/evaluation/trials/assign.ts';
import { CHANCE_CONSENT_TEXTS } from '#lib/domain/evaluation/trials/consent-text.ts';
import { wayShown } from '#lib/domain/pathway/compared.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import type { WebSecrets } from '#lib/gateways/secrets.ts';
import { trialPoint } from '#lib/gateways/trial-arm.ts';
import type { RunningTrial } from '#lib/store/trials.ts';

/** The arm that chance gives a person now; and that it is shown, except for the page that records it itself. */
export function assignment(
  secrets: Pick<WebSecrets, 'formKey'>,
  running: readonly RunningTrial[],
  { id, row }: { readonly id: PathwayId; readonly row: PathwayRow },
): readonly NewTransition[] {
  const trial = running.find((one) => isEligible(one.registration, row, CHANCE_CONSENT_TEXTS));
  if (!trial) return [];
  const { code, arms } = trial.registration;
  const point = trialPoint(secrets, trial.hash, { stratum: stratumOf(row), pathwayId: id });
  const { way, share } = armAt(arms, point);
  const payload = { experiment: code, arm: way, probability: share / 100 };
  const assigned: NewTransition = {
    step: 'experiment.assigned',
    origin: 'system',
    policyHash: null,
    payload,
  };
  return way === 'information-page' ? [assigned] : [assigned, wayShown(way)];
}
