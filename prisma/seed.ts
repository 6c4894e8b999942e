import { createHash } from 'node:crypto';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { serviceSchema } from '#lib/domain/referrals/service.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import { DEFAULT_PRESET_ID, PRESETS } from '#lib/domain/routing/presets.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { CRISIS_COUNTRIES, linesFor } from '#lib/domain/safety/crisis-lines.ts';
import { insertCrisisLines } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Database, Tx } from '#lib/store/client.ts';
import { insertSavedReply, listSavedReplies } from '#lib/store/guidance/saved-replies.ts';
import {
  appendActivation,
  appendApproval,
  findLivePolicy,
  insertPolicy,
} from '#lib/store/policies.ts';
import { insertService, listServices } from '#lib/store/services.ts';
import replies from './draft-replies.json' with { type: 'json' };
import examples from './example-services.json' with { type: 'json' };

export interface Seeded {
  readonly policy: boolean;
  readonly services: number;
  /** Saved replies for guides: drafts that nobody has signed. */
  readonly replies: number;
}

/** What a new deployment starts with. Safe to run again: what is there is left alone. */
export function seed(db: Database, now: Instant, today: Day): Promise<Seeded> {
  return db.$transaction(async (tx) => {
    const lines = CRISIS_COUNTRIES.flatMap((country) => linesFor(country));
    await insertCrisisLines(
      tx,
      lines.map((line) => line.id),
    );
    return {
      policy: await seedPolicy(tx, now),
      services: await seedServices(tx, now, today),
      replies: await seedReplies(tx, now),
    };
  });
}

/** Approved by nobody but its makers: staff see "shipped default" until a clinician signs another. */
async function seedPolicy(tx: Tx, now: Instant): Promise<boolean> {
  if (await findLivePolicy(tx)) return false;
  const preset = PRESETS.find(({ id }) => id === DEFAULT_PRESET_ID);
  if (!preset) throw new Error('the default policy is missing');
  const { policy } = preset;
  const hash = createHash('sha256').update(canonicalPolicy(policy)).digest('hex');
  const by = { hash, staffId: null, at: now };
  await insertPolicy(tx, { hash, document: policy, name: policy.name, authorId: null, at: now });
  await appendApproval(tx, { ...by, decision: 'approved', note: 'shipped default' });
  await appendActivation(tx, by);
  const detail = { hash, reason: 'shipped default' };
  await appendAudit(tx, { actor: 'system', action: 'policy.activated', subject: hash, detail });
  return true;
}

/** An empty directory gets examples that say of themselves that they are not real. */
async function seedServices(tx: Tx, now: Instant, today: Day): Promise<number> {
  if ((await listServices(tx, { paused: true })).length > 0) return 0;
  const date = isoDate(today);
  for (const example of examples) {
    const facts = { assuredDate: date, waitSeen: date, paused: false, fictitious: true };
    const service = serviceSchema.parse({ ...example, ...facts });
    await insertService(tx, { service, by: null, at: now });
  }
  return examples.length;
}

/** Unsigned, so that none can be inserted before a clinician has read it. */
async function seedReplies(tx: Tx, now: Instant): Promise<number> {
  if ((await listSavedReplies(tx)).length > 0) return 0;
  for (const { shortcut, tier, ...texts } of replies) {
    for (const locale of LOCALES) {
      const fields = { ...texts[locale], locale, shortcut, tier: tier as Tier | null };
      await insertSavedReply(tx, fields, { by: null, now });
    }
  }
  return replies.length * LOCALES.length;
}
