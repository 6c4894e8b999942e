import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Policy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { resumePlacements } from '#lib/usecases/staff/resume-placements.ts';
import { viewPlacements } from '#lib/usecases/staff/view-placements.ts';
import { viewToday } from '#lib/usecases/staff/view-today.ts';
import { checkPlacements } from '#lib/usecases/system/check-placements.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { hashOf } from '../../domain/pathway/placed.ts';
import { testDatabase } from '../../support/database.ts';
import { inParallel } from '../../support/in-parallel.ts';
import { offerOf, visitorWithTotal } from '../clinician/visitor.ts';
import { contextOf, hire, later, NOW, staffContextOf } from '../staff/people.ts';
import { answered, visit } from '../visitor/visit.ts';

const test = testDatabase();
const DAY_MS = 86_400_000;
const check = (now: Instant = NOW) =>
  checkPlacements({ ...contextOf(test.db, now), db: test.worker });
const open = () => listOpenAlerts(test.db, 'placement_mismatch');

/** Past every guard, as somebody who owns the tables can. */
async function tamper(sql: string, values: readonly unknown[] = []): Promise<void> {
  await test.owner.query("SET session_replication_role = 'replica'");
  const { rowCount } = await test.owner.query(sql, [...values]);
  await test.owner.query("SET session_replication_role = 'origin'");
  expect(rowCount).toBe(1);
}

const offerLess = (id: string) =>
  tamper(
    `UPDATE subject.transition SET payload = payload || '{"tier": "guidance"}'
     WHERE pathway_id = $1 AND step = 'tier.offered'`,
    [id],
  );

async function resume(note = 'Restored from the copy of last night.') {
  const person = await hire(test.db, ['clinician']);
  const ctx = staffContextOf(test.db, person, 'placements:resume');
  const seen = (await viewPlacements(ctx)).stopped?.seen ?? '';
  return { person, ctx, seen, done: await resumePlacements(ctx, { note, seen }) };
}

async function goLive(policy: Policy): Promise<string> {
  const hash = hashOf(policy);
  await test.owner.query(
    "INSERT INTO ops.policy (hash, document, name, created_at) VALUES ($1, $2, 'test', now())",
    [hash, policy],
  );
  await test.owner.query(
    "INSERT INTO ops.policy_approval (hash, decision, note, decided_at) VALUES ($1, 'approved', '', now())",
    [hash],
  );
  await test.owner.query(
    'INSERT INTO ops.policy_activation (hash, activated_at) VALUES ($1, now())',
    [hash],
  );
  return hash;
}

beforeEach(async () => {
  await test.owner.query('SELECT subject.erase_pathway(id) FROM subject.pathway');
  await test.owner.query('DELETE FROM ops.alert');
});

describe('a placement that does not follow from what was stored', () => {
  it('stops placements: an alert, the safe step for everybody, until a person resumes them', async () => {
    const [victim, other] = [
      await visitorWithTotal(test.db, 7),
      await visitorWithTotal(test.db, 2),
    ];
    const { policy } = await offerOf(test.db, other);
    expect(await check()).toMatchObject({ whole: true, offers: 2, found: 0 });
    expect(await open()).toEqual([]);

    await offerLess(victim);
    expect(await check()).toMatchObject({ whole: false, found: 2 });
    const [alert] = await open();
    expect(alert?.detail).toMatchObject({ offers: 2, policies: [] });
    expect(JSON.stringify(alert)).not.toContain(victim);
    const guide = await hire(test.db, ['guide']);
    const today = await viewToday(staffContextOf(test.db, guide, 'inbox:read'));
    expect(today.alerts.map(({ kind }) => kind)).toContain('placement_mismatch');

    // Also whoever had begun before: nobody is placed by a policy now.
    const stopped = await visitorWithTotal(test.db, 2);
    expect(await offerOf(test.db, stopped)).toEqual({ tier: 'face_to_face', policy: null });
    expect(await check()).toMatchObject({ offers: 3, found: 2 });
    expect(await open()).toHaveLength(1);
    expect((await open())[0]?.detail).toMatchObject({ offers: 2 });

    const { person, ctx, done } = await resume();
    expect(done).toEqual({ ok: true, value: undefined });
    const placed = await visitorWithTotal(test.db, 2);
    expect(await offerOf(test.db, placed)).toEqual({ tier: 'guidance', policy });
    const [entry] = await listAudit(test.db, { action: 'placement.resumed', limit: 1 });
    expect(entry?.actor).toBe(`staff:${person.id}`);
    expect(entry?.detail).toMatchObject({
      note: 'Restored from the copy of last night.',
      offers: 2,
    });
    expect((await viewPlacements(ctx)).resumed[0]).toMatchObject({ who: person.name });

    // What a person has looked at stops nothing again, on the next day neither; anything new does.
    expect(await check()).toMatchObject({ found: 0 });
    expect(await check(later(DAY_MS))).toMatchObject({ whole: true, found: 0 });
    expect(await open()).toEqual([]);
    await tamper(
      `UPDATE subject.transition SET payload = payload || '{"total": 20}'
       WHERE pathway_id = $1 AND step = 'screening.completed'`,
      [placed],
    );
    expect(await check(later(DAY_MS))).toMatchObject({ found: 1 });
    expect(await open()).toHaveLength(1);
  });

  it('is found where a page alone was changed, and where a step can no longer be read', async () => {
    const [one, two] = [await visitorWithTotal(test.db, 7), await visitorWithTotal(test.db, 7)];
    await tamper("UPDATE subject.pathway_row SET tier_offered = 'guidance' WHERE pathway_id = $1", [
      one,
    ]);
    await tamper(
      `UPDATE subject.transition SET payload = payload || '{"total": "many"}'
       WHERE pathway_id = $1 AND step = 'screening.completed'`,
      [two],
    );
    expect(await check()).toMatchObject({ found: 2 });
  });

  it('is found the next morning where the pathway was not used for long', async () => {
    const old = await visitorWithTotal(test.db, 7);
    await tamper('UPDATE subject.pathway SET last_used = last_used - 30 WHERE id = $1', [old]);
    const day = later(3 * DAY_MS);
    expect(await check(day)).toMatchObject({ whole: true, offers: 1, found: 0 });
    await offerLess(old);
    expect(await check(day)).toMatchObject({ whole: false, offers: 0, found: 0 });
    expect(await check(later(4 * DAY_MS))).toMatchObject({ whole: true, found: 2 });
  });

  it('is not resumed without a note, without a fresh factor, twice, or over what is newer', async () => {
    const [one, two] = [await visitorWithTotal(test.db, 7), await visitorWithTotal(test.db, 8)];
    await offerLess(one);
    await check();
    const { ctx, seen, done } = await resume('  ');
    expect(done).toEqual({ ok: false, error: 'no_note' });
    const attempt = { note: 'Seen.', seen };
    const long = { ...attempt, note: 'x'.repeat(901) };
    expect(await resumePlacements(ctx, long)).toEqual({ ok: false, error: 'too_long' });
    const stale = { ...ctx, actor: { ...ctx.actor, verifiedAt: later(-11 * 60_000) } };
    await expect(resumePlacements(stale, attempt)).rejects.toThrow('second factor');
    await offerLess(two);
    await check();
    expect(await resumePlacements(ctx, attempt)).toEqual({ ok: false, error: 'changed' });
    expect(await open()).toHaveLength(1);
    expect((await resume()).done.ok).toBe(true);
    expect(await resumePlacements(ctx, attempt)).toEqual({ ok: false, error: 'not_stopped' });
  });
});

describe('a policy that is no longer what its hash says', () => {
  it('places nobody from the next visit on, and stops placements', async () => {
    const [preset] = PRESETS;
    if (!preset) throw new Error('no preset');
    const hash = await goLive({ ...preset.policy, name: 'about to be corrupted' });
    await tamper(
      `UPDATE ops.policy SET document = jsonb_set(document, '{otherwise,tier}', '"guidance"')
       WHERE hash = $1`,
      [hash],
    );
    const id = await visitorWithTotal(test.db, 2);
    expect(await offerOf(test.db, id)).toEqual({ tier: 'face_to_face', policy: null });
    await check();
    const [alert] = await open();
    expect(alert?.detail).toMatchObject({ offers: 0, policies: [hash] });
    expect((await resume()).done.ok).toBe(true);
    expect(await offerOf(test.db, await visitorWithTotal(test.db, 2))).toEqual({
      tier: 'face_to_face',
      policy: null,
    });
    expect(await check()).toMatchObject({ found: 0 });
  });

  it('is found as well where it is gone altogether', async () => {
    const hash = await goLive({ ...(PRESETS[0]?.policy as Policy), name: 'about to be lost' });
    const id = await visitorWithTotal(test.db, 2);
    expect((await offerOf(test.db, id)).policy).toBe(hash);
    await tamper('DELETE FROM ops.policy WHERE hash = $1', [hash]);
    await check();
    expect((await open())[0]?.detail).toMatchObject({ offers: 0, policies: [hash] });
  });
});

/** Asks for everything that may be known of a check. */
const asking: Policy = {
  ...(PRESETS[0]?.policy as Policy),
  name: 'asks for everything',
  raises: [
    { id: 'worse', when: [{ fact: 'change', instrument: 'phq-9', atLeast: 2 }] },
    { id: 'stays', when: [{ fact: 'days_on_step', tier: 'guidance', atLeast: 7 }] },
    { id: 'hard', when: [{ fact: 'difficulty', atLeast: 3 }] },
    { id: 'again', when: [{ fact: 'recheck' }] },
  ].map((rule) => ({ ...rule, tier: 'community', alsoOpen: [] }) as Policy['raises'][number]),
};

/** The first eight add up to a total; one in seven says something at the ninth, one in eleven leaves it open. */
function itemsOf(n: number, total: number): readonly ItemAnswer[] {
  const items = Array.from({ length: 8 }, (_, i) => Math.max(0, Math.min(3, total - 3 * i)));
  const ninth = n % 11 === 0 ? 'declined' : n % 7 === 0 ? n % 4 : 0;
  return [...items, ninth] as ItemAnswer[];
}

async function ordinary(n: number): Promise<void> {
  const visitor = await visit(test.db);
  const first = answered(visitor, itemsOf(n, n % 13), (n % 4) as ItemAnswer);
  await submitScreening(visitor.post(), first);
  await viewNextStep(visitor.post());
  if (n % 5 === 4) return;
  const post = visitor.post();
  const target = { id: visitor.session.pathwayId, key: randomUUID(), today: post.today };
  const payload = { tier: TIERS[n % 3] ?? null, decision: 'accepted', askAgainDays: null } as const;
  await recordSteps(test.db, target, () => [
    { step: 'tier.decided', origin: 'user', policyHash: null, payload },
  ]);
  const today = (post.today + 5 + (n % 9)) as typeof post.today;
  const second = answered(visitor, itemsOf(n + 3, (n * 5) % 12), 0);
  await submitScreening({ ...post, today }, second);
}

it('raises nothing on 1,000 ordinary pathways, recorded as the product records them', async () => {
  await goLive(asking);
  await inParallel(
    Array.from({ length: 1000 }, (_, n) => n),
    4,
    ordinary,
  );
  const { rows } = await test.owner.query(
    `SELECT DISTINCT payload->>'ruleId' AS rule FROM subject.transition WHERE step = 'tier.offered'`,
  );
  const rules = rows.map(({ rule }) => rule as string);
  for (const { id } of asking.raises) expect(rules).toContain(id);
  expect(await check(later(20 * DAY_MS))).toEqual({ whole: true, offers: 1800, found: 0 });
  expect(await open()).toEqual([]);
}, 180_000);
