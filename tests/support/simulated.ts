// A world to simulate in, and many pathways of it.
import { createHash } from 'node:crypto';
import type { Day, ServiceId } from '#lib/domain/basics/ids.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import type { LivePolicy } from '#lib/domain/routing/route.ts';
import type { ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import { type Simulated, simulatePathway } from '#lib/domain/simulation/simulate.ts';
import type { World } from '#lib/domain/simulation/world.ts';
import { RESEARCH_CONSENT_TEXT } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { SERVICE_CONSENT_TEXT } from '#lib/usecases/visitor/check/start-check.ts';

/** The default policy of a new deployment, and the second one that ships. */
export const POLICIES = PRESETS.slice(0, 2).map(({ policy }) => ({
  policy,
  hash: createHash('sha256').update(canonicalPolicy(policy)).digest('hex'),
})) as unknown as readonly [LivePolicy, LivePolicy];

export const WORLD: World = {
  today: 20_759 as Day,
  days: 365,
  policies: POLICIES,
  services: [
    { id: 'city-clinic' as ServiceId, mode: 'in_person' },
    { id: 'line-by-phone' as ServiceId, mode: 'phone' },
  ],
  texts: { service: SERVICE_CONSENT_TEXT, research: RESEARCH_CONSENT_TEXT },
};

export const SEED = 20_260_711;

export function simulateMany(
  scenario: ScenarioName,
  count: number,
  from = 0,
): readonly Simulated[] {
  return Array.from({ length: count }, (_, at) =>
    simulatePathway(WORLD, { scenario, seed: SEED, index: from + at }),
  );
}

/** Half the width of a 99.9 % Monte-Carlo band (ruling R18) of a share. */
export const bandOf = (p: number, n: number): number => 3.2905 * Math.sqrt((p * (1 - p)) / n);

export const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.filter(is).length / all.length;
