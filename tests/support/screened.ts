import { randomUUID } from 'node:crypto';
import type { Day, PathwayId } from '#lib/domain/basics/ids.ts';
import type { NewTransition } from '#lib/domain/pathway/transition.ts';
import type { Tx } from '#lib/store/client.ts';
import { beginPathway, type Recorded, recordSteps } from '#lib/store/record-steps.ts';

export const TODAY = 20_759 as Day;
export const newPathwayId = () => randomUUID() as PathwayId;

type Completed = Extract<NewTransition, { step: 'screening.completed' }>['payload'];
type Offered = Extract<NewTransition, { step: 'tier.offered' }>['payload'];

export function consent(scopes: readonly ('service' | 'research')[]): NewTransition {
  const payload = { scopes: [...scopes], textVersion: 'v1' };
  return { step: 'consent.set', origin: 'user', policyHash: null, payload };
}

export function started(occasion = 0): NewTransition {
  const payload = {
    instrument: 'phq-9',
    locale: 'en',
    occasion,
    ageBand: 'adult',
  } as const;
  return { step: 'screening.started', origin: 'user', policyHash: null, payload };
}

export function completed(change: Partial<Completed> = {}): NewTransition {
  const payload: Completed = {
    instrument: 'phq-9',
    occasion: 0,
    total: 7,
    band: 'mild',
    symptomClass: 'none',
    item9: 0,
    difficulty: 1,
    missing: 0,
    ...change,
  };
  return { step: 'screening.completed', origin: 'user', policyHash: null, payload };
}

export function offered(change: Partial<Offered> = {}): NewTransition {
  const payload: Offered = {
    occasion: 0,
    tier: 'community',
    ruleId: 'group-5-9',
    reason: 'policy',
    crisisFloor: false,
    alsoOpen: ['guidance'],
    ...change,
  };
  return { step: 'tier.offered', origin: 'system', policyHash: null, payload };
}

export const viewed: NewTransition = {
  step: 'result.viewed',
  origin: 'user',
  policyHash: null,
  payload: { occasion: 0 },
};

export function begin(
  tx: Tx,
  scopes: readonly ('service' | 'research')[] = ['service'],
): Promise<Recorded> {
  return beginAs(tx, newPathwayId(), scopes);
}

function beginAs(tx: Tx, id: PathwayId, scopes: readonly ('service' | 'research')[]) {
  return beginPathway(tx, { id, key: randomUUID(), today: TODAY }, [consent(scopes), started()]);
}

/** A pathway with one completed and viewed check. */
export async function screened(
  tx: Tx,
  scopes: readonly ('service' | 'research')[] = ['service'],
): Promise<PathwayId> {
  const id = newPathwayId();
  await beginAs(tx, id, scopes);
  const at = () => ({ id, key: randomUUID(), today: TODAY });
  await recordSteps(tx, at(), () => [completed(), offered()]);
  await recordSteps(tx, at(), () => [viewed]);
  return id;
}
