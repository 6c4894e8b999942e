import { createHash } from 'node:crypto';
import type { Day, Instant, ServiceId } from '#lib/domain/basics/ids.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import { DEFAULT_PRESET_ID, PRESETS } from '#lib/domain/routing/presets.ts';
import type { LivePolicy } from '#lib/domain/routing/route.ts';
import { SCENARIOS, type ScenarioName } from '#lib/domain/simulation/scenarios.ts';
import type { World, WorldService } from '#lib/domain/simulation/world.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Database } from '#lib/store/client.ts';
import {
  appendActivation,
  appendApproval,
  findLivePolicy,
  insertPolicy,
} from '#lib/store/policies.ts';
import { listListedServices } from '#lib/store/services.ts';
import { RESEARCH_CONSENT_TEXT } from '#lib/usecases/visitor/check/set-research-consent.ts';
import { SERVICE_CONSENT_TEXT } from '#lib/usecases/visitor/check/start-check.ts';

const YEAR = 365;
const DAY_MS = 86_400_000;
const SECOND_PRESET_ID = 'nice-ng222-like';

/** In the words of the recorded step, as `choose-service.ts` has them. */
const MODES = { in_person: 'in_person', phone: 'phone', online: 'video' } as const;

function presetOf(id: string) {
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(`There is no policy ${id}`);
  const { policy } = preset;
  return { policy, hash: createHash('sha256').update(canonicalPolicy(policy)).digest('hex') };
}

const around = (today: Day, services: readonly WorldService[]) => ({
  today,
  days: YEAR,
  services,
  texts: { service: SERVICE_CONSENT_TEXT, research: RESEARCH_CONSENT_TEXT },
});

/** Where there is no database: the policies that ship, and one service. */
export function shippedWorld(today: Day): World {
  const services = [{ id: 'example' as ServiceId, mode: 'in_person' as const }];
  const policies = [presetOf(DEFAULT_PRESET_ID), presetOf(SECOND_PRESET_ID)] as const;
  return { ...around(today, services), policies };
}

/**
 * The world of a database: its policy in force and its services. Where a scenario switches, both policies are published
 * for the days on which people come under them, as only the owner of a database can: without an author, and for the past.
 */
export async function storedWorld(
  db: Database,
  { today, scenario }: { readonly today: Day; readonly scenario: ScenarioName },
): Promise<World> {
  const live = await findLivePolicy(db);
  const services = (await listListedServices(db, today)).map(serviceOf);
  if (live === null || services.length === 0) {
    throw new Error(
      'The database has no policy in force or no listed service: start "npm run up" once',
    );
  }
  const second = presetOf(SECOND_PRESET_ID);
  if (SCENARIOS[scenario].mechanisms.policySwitch) await publish(db, today, live, second);
  return { ...around(today, services), policies: [live, second] };
}

function serviceOf({ id, modes: [first] }: Service): WorldService {
  return { id: id as ServiceId, mode: MODES[first ?? 'in_person'] };
}

function publish(
  db: Database,
  today: Day,
  first: LivePolicy,
  { policy, hash }: ReturnType<typeof presetOf>,
) {
  const startOf = (ago: number) => ((today - ago) * DAY_MS) as Instant;
  const at = startOf(Math.floor(YEAR / 2));
  return db.$transaction(async (tx) => {
    const { name } = policy;
    if (!(await insertPolicy(tx, { hash, document: policy, name, authorId: null, at }))) return;
    await appendActivation(tx, { hash: first.hash, staffId: null, at: startOf(YEAR) });
    const by = { hash, staffId: null, at };
    await appendApproval(tx, { ...by, decision: 'approved', note: 'simulated' });
    await appendActivation(tx, by);
    const detail = { hash, reason: 'simulated' };
    await appendAudit(tx, { actor: 'system', action: 'policy.activated', subject: hash, detail });
  });
}
