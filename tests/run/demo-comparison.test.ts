import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import { withComparison } from '#lib/run/demo/comparison.ts';
import { fillDatabase } from '#lib/run/simulation/fill.ts';
import { openDatabase } from '#lib/store/client.ts';
import { listPoliciesInForce } from '#lib/store/research/around.ts';
import { listTrials } from '#lib/store/trials.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { checkPlacements } from '#lib/usecases/system/check-placements.ts';
import { releaseTrials } from '#lib/usecases/system/release-trials.ts';
import { testDatabase } from '../support/database.ts';
import { contextOf, hire, staffContextOf } from '../usecases/staff/people.ts';

const { db, worker, owner, urls } = testDatabase();
const host = openDatabase({ url: urls.owner, max: 2 });
const folder = mkdtempSync(join(tmpdir(), 'handrail-comparison-'));
afterAll(async () => {
  await host.$disconnect();
  rmSync(folder, { recursive: true });
});

// After the example services were assured (tests/support/postgres-setup.ts).
const today = 20_759 as Day;
const now = (today * 86_400_000) as Instant;
/** A sixth of those of the demo. */
const slice = { scenario: 'policy-switch', seed: 1, first: 0, pathways: 1_500 } as const;

test('a demo holds a comparison that ran, with people in it, and whose results are open', async () => {
  const { secrets, config } = contextOf(db);
  const made = { db: host, config, secrets, today, locale: 'en' } as const;
  const truthFile = join(folder, 'truth.csv');
  const to = { ownerUrl: urls.owner, slice, today, truthFile, intoUsed: true };
  await withComparison(made, 1, (compared) => fillDatabase({ ...to, compared }));
  const [trial] = await listTrials(db);
  expect(trial?.events.map(({ kind }) => kind)).toEqual([
    ...['proposed', 'registered', 'started', 'closed', 'opened'],
  ]);
  const [by, approved] = trial?.events.map(({ staff }) => staff?.id) ?? [];
  expect(by).not.toBe(approved);
  expect(await releaseTrials({ db: worker, config, today })).toBe(1);
  const researcher = await hire(db, ['researcher']);
  const view = await viewTrial(
    { ...staffContextOf(db, researcher, 'trials:read', now), today },
    trial?.id ?? '',
  );
  expect(view?.figures).toMatchObject({ sight: 'open', unevenOn: null });
  const all = view?.figures?.table?.cell('all', 'followed');
  expect(all?.kind === 'shown' ? all.value : 0).toBeGreaterThan(80);
});

test('chance gave nobody a place who may have none, and what came later is on record too', async () => {
  const { rows } = await owner.query(
    `SELECT a.payload->>'arm' AS arm, r.consent_text, r.research_consent, r.last_seq > a.seq + 1 AS more,
       r.last_seq = (SELECT max(seq) FROM subject.transition t WHERE t.pathway_id = a.pathway_id) AS whole,
       s.payload->>'bridge' AS shown
     FROM subject.transition a JOIN subject.pathway_row r USING (pathway_id)
       JOIN subject.transition s ON s.pathway_id = a.pathway_id AND s.seq = a.seq + 1
     WHERE a.step = 'experiment.assigned'`,
  );
  expect(new Set(rows.map(({ arm }) => arm))).toEqual(new Set(['if-then-plan', 'feedback-only']));
  expect(rows.every(({ consent_text: text }) => text === CHANCE_CONSENT_TEXT)).toBe(true);
  expect(rows.every(({ research_consent: agreed, whole }) => agreed && whole)).toBe(true);
  expect(rows.every(({ arm, shown }) => arm === shown)).toBe(true);
  expect(rows.some(({ more }) => more)).toBe(true);
  expect(await checkPlacements({ db: worker, now, today })).toMatchObject({ found: 0 });
});

test('one policy was replaced by another in the middle of the year', async () => {
  const inForce = await listPoliciesInForce(db);
  const [, first, second] = inForce.map(({ hash, at }) => ({ hash, at }));
  const days = ((second?.at ?? 0) - (first?.at ?? 0)) / 86_400_000;
  expect(days).toBe(183);
  const { rows } = await owner.query(
    `SELECT policy_hash AS hash, count(*)::int AS n FROM subject.transition
     WHERE step = 'tier.offered' GROUP BY 1`,
  );
  expect(new Set(rows.map(({ hash }) => hash))).toEqual(new Set([first?.hash, second?.hash]));
  expect(Math.min(...rows.map(({ n }) => n))).toBeGreaterThan(400);
});
