import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derive } from '#lib/domain/pathway/derive.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import { listTransitions, readPathway } from '#lib/store/pathways.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { testDatabase } from '../../support/database.ts';
import { answered, visit } from './visit.ts';

const test = testDatabase({ connections: 12 });
const LOW: readonly ItemAnswer[] = [1, 0, 1, 0, 0, 0, 0, 0, 0];

async function submit(items: readonly ItemAnswer[]) {
  const visitor = await visit(test.db);
  const submitted = await submitScreening(visitor.post(), answered(visitor, items));
  if (!submitted) throw new Error('the pathway is gone');
  const { check, support } = submitted;
  const steps = await listTransitions(test.db, visitor.session.pathwayId);
  const payload = <S extends string>(step: S) => steps.find((t) => t.step === step)?.payload;
  return {
    visitor,
    check,
    support,
    steps,
    offered: payload('tier.offered'),
    completed: payload('screening.completed'),
  };
}

describe('a submitted check', () => {
  it('is scored, placed by the live policy and recorded at once', async () => {
    const { check, support, steps, completed, offered } = await submit(LOW);
    expect([check.done, support]).toEqual([true, 'no']);
    expect(completed).toMatchObject({ total: 2, band: 'minimal', item9: 0, missing: 0 });
    expect(offered).toMatchObject({ tier: 'guidance', reason: 'policy', crisisFloor: false });
    expect(steps.find((t) => t.step === 'tier.offered')?.policyHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([1, 2, 3, 'declined'] as const)(
    'asks for support first when question 9 is %s',
    async (item9) => {
      const { support, steps, offered } = await submit([...LOW.slice(0, 8), item9]);
      expect(support).toBe('due');
      expect(steps.map((t) => t.step)).toContain('safety.shown');
      expect(offered).toMatchObject({
        tier: 'face_to_face',
        reason: 'crisis_floor',
        crisisFloor: true,
      });
    },
  );

  it('has no total when an answer was left out, and pre-chooses nothing', async () => {
    const { completed, offered } = await submit(['declined', ...LOW.slice(1)]);
    expect(completed).toMatchObject({ total: null, band: null, missing: 1 });
    expect(offered).toMatchObject({ tier: null, reason: 'no_total' });
  });

  it('that is as bad as the one before is offered one step more, as the policy says', async () => {
    const mild: readonly ItemAnswer[] = [1, 1, 1, 1, 1, 1, 0, 0, 0];
    const { visitor, offered } = await submit(mild);
    expect(offered).toMatchObject({ tier: 'community' });
    const again = async (items: readonly ItemAnswer[]) => {
      await submitScreening(visitor.post(), answered(visitor, items));
      const steps = await listTransitions(test.db, visitor.session.pathwayId);
      return steps.findLast((t) => t.step === 'tier.offered')?.payload;
    };
    expect(await again(mild)).toMatchObject({
      occasion: 1,
      tier: 'face_to_face',
      reason: 'policy',
    });
    expect(await again(LOW)).toMatchObject({ occasion: 2, tier: 'guidance' });
  });

  it('keeps no single answer but the ninth', async () => {
    const { visitor } = await submit([3, 2, 1, 0, 3, 2, 1, 0, 0]);
    const { rows } = await test.owner.query(
      "SELECT payload::text AS text FROM subject.transition WHERE pathway_id = $1 AND step = 'screening.completed'",
      [visitor.session.pathwayId],
    );
    expect(Object.keys(JSON.parse(rows[0].text)).toSorted()).toEqual([
      'band',
      'difficulty',
      'instrument',
      'item9',
      'missing',
      'occasion',
      'symptomClass',
      'total',
    ]);
  });

  it('has one effect when the same form comes five times at once', async () => {
    const visitor = await visit(test.db);
    const key = randomUUID();
    const check = answered(visitor, LOW);
    await Promise.all(Array.from({ length: 5 }, () => submitScreening(visitor.post(key), check)));
    const steps = await listTransitions(test.db, visitor.session.pathwayId);
    expect(steps.filter((t) => t.step === 'screening.completed')).toHaveLength(1);
    expect(steps.map((t) => t.seq)).toEqual(steps.map((_, i) => i + 1));
  });

  it('is scored anew where the same form comes again after an answer was changed', async () => {
    const visitor = await visit(test.db);
    const key = randomUUID();
    await submitScreening(visitor.post(key), answered(visitor, LOW));
    const changed = [...LOW.slice(0, 8), 2] as const;
    await submitScreening(visitor.post(key), answered(visitor, changed));
    const stored = await readPathway(test.db, visitor.session.pathwayId, null);
    expect(stored?.row).toMatchObject({ occasion: 1, item9: 2, tierOffered: 'face_to_face' });
  });

  it('counts as a new occasion when answers are changed after the result', async () => {
    const { visitor } = await submit(LOW);
    await viewNextStep(visitor.post());
    await submitScreening(visitor.post(), answered(visitor, [3, 3, 3, 3, 3, 3, 3, 3, 1]));
    const next = await viewNextStep(visitor.post());
    expect(next?.row).toMatchObject({ occasion: 1, total: 25, tierOffered: 'face_to_face' });
    const stored = await readPathway(test.db, visitor.session.pathwayId, null);
    const steps = await listTransitions(test.db, visitor.session.pathwayId);
    expect(derive(steps)).toEqual(stored?.row);
  });
});

describe('a check while the live policy cannot be used', () => {
  /** Live as no staff page could make it: by the owner of the database, past every rule. */
  async function makeLive(hash: string, document: string | null) {
    await test.owner.query(`SET session_replication_role = 'replica'`);
    if (document !== null) {
      await test.owner.query('INSERT INTO ops.policy VALUES ($1, $2, $1, null, now())', [
        hash,
        document,
      ]);
    }
    await test.owner.query(
      'INSERT INTO ops.policy_activation (hash, activated_at) VALUES ($1, now())',
      [hash],
    );
    await test.owner.query(`SET session_replication_role = 'origin'`);
  }

  it.each([
    ['is missing', null],
    ['is no object', '"nonsense"'],
    ['has no rules', '{"name":"x","rules":[]}'],
    ['is null', 'null'],
  ])('offers face-to-face where it %s, and shows the result', async (how, document) => {
    await makeLive(createHash('sha256').update(how).digest('hex'), document);
    const { offered, support, visitor } = await submit(LOW);
    expect(offered).toMatchObject({ tier: 'face_to_face', reason: 'no_policy' });
    expect(support).toBe('no');
    expect(await viewNextStep(visitor.post())).toMatchObject({ reason: 'no_policy' });
    const told = await submit([...LOW.slice(0, 8), 2]);
    expect(told.support).toBe('due');
    expect(told.offered).toMatchObject({ tier: 'face_to_face', reason: 'crisis_floor' });
  });
});
