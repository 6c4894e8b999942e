import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { PlanDraft } from '#lib/domain/plan/plan.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { keepPlan } from '#lib/usecases/visitor/plan/keep-plan.ts';
import { keepSafetyPlan } from '#lib/usecases/visitor/plan/keep-safety-plan.ts';
import { viewOwnRecord } from '#lib/usecases/visitor/plan/view-own-record.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { viewSlipCode } from '#lib/usecases/visitor/plan/view-slip-code.ts';
import { testDatabase } from '../../support/database.ts';
import { visitWithResult } from './visit.ts';

const test = testDatabase();
const WORDS = 'zwetschgenkuchen backen';

/** A visitor who saw the result, chose a meeting in person and keeps a return code. */
async function visitor() {
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  await viewNextStep(visitor.post());
  await chooseStep(visitor.post(), 'face_to_face');
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const session = { ...issued.value, code: null };
  return { post: (key?: string) => visitor.post(key, session), session };
}

const draftFor = (today: Day): PlanDraft => ({
  tier: 'face_to_face',
  service: null,
  day: (today + 5) as Day,
  minute: 600,
  first: 'own',
  firstWords: WORDS,
  feeling: 'ashamed',
  answer: 'normal',
});

async function stored(id: string) {
  const one = async (sql: string) => (await test.owner.query(sql, [id])).rows;
  return {
    steps: await one(
      "SELECT payload FROM subject.transition WHERE pathway_id = $1 AND step = 'plan.made' ORDER BY seq",
    ),
    records: await one('SELECT sealed FROM subject.own_record WHERE pathway_id = $1'),
  };
}

describe('a kept plan', () => {
  it('can be read again with the code alone; what is recorded holds none of its words', async () => {
    const { post, session } = await visitor();
    const ctx = post();
    const kept = await keepPlan(ctx, draftFor(ctx.today), 'calendar');
    expect(kept.ok && kept.value.firstWords).toBe(WORDS);
    const { steps, records } = await stored(session.pathwayId);
    expect(steps).toEqual([
      {
        payload: {
          tier: 'face_to_face',
          when: '4-7',
          hasWhere: false,
          ownWords: true,
          reminder: 'calendar',
        },
      },
    ]);
    expect(records).toHaveLength(1);
    expect(Buffer.from(records[0].sealed).toString('latin1')).not.toContain('zwetsch');
    const view = await viewPlan(post());
    expect(view?.record.plan).toEqual(kept.ok ? kept.value : null);
    expect(view?.row).toMatchObject({ planDay: 1, planTier: 'face_to_face', plannedDay: 1 });
    expect(view?.checkInOn).toBe(ctx.today + 7);
    expect((await viewMyData(post()))?.ownRecord?.plan?.firstWords).toBe(WORDS);

    // Without the key there is nothing to see, and with another one it is not written over.
    const without = { ...post(), session: { ...session, recordKey: null } };
    expect((await viewPlan(without))?.record.plan).toBeNull();
    const wrong = { ...session, recordKey: Buffer.alloc(32, 1).toString('base64url') };
    await expect(viewPlan({ ...post(), session: wrong })).rejects.toThrow();
    const other = { ...post('another form'), session: wrong };
    await expect(keepPlan(other, draftFor(ctx.today), 'none')).rejects.toThrow();
    expect(await stored(session.pathwayId)).toEqual({ steps, records });
  });

  it('has one effect when its form is posted again, also at once, and a new one replaces it', async () => {
    const { post, session } = await visitor();
    const ctx = post('one form');
    const draft = draftFor(ctx.today);
    await Promise.all(Array.from({ length: 5 }, () => keepPlan(ctx, draft, 'none')));
    expect((await stored(session.pathwayId)).steps).toHaveLength(1);
    const again = { ...draft, first: 'call', firstWords: null } as const;
    expect((await keepPlan(post('second form'), again, 'none')).ok).toBe(true);
    expect((await stored(session.pathwayId)).steps).toHaveLength(2);
    expect((await viewPlan(post()))?.record.plan?.first).toBe('call');
  });

  it('needs every page, a code and a chosen step', async () => {
    const { post, session } = await visitor();
    const ctx = post();
    const { feeling: _left, ...without } = draftFor(ctx.today);
    expect(await keepPlan(ctx, without, 'none')).toEqual({ ok: false, error: 'unfinished' });
    const noKey = { ...ctx, session: { ...session, recordKey: null } };
    expect(await keepPlan(noKey, draftFor(ctx.today), 'none')).toEqual({
      ok: false,
      error: 'no_code',
    });
    const early = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
    const issued = await issueCode(early.post());
    const chosenNothing = early.post(undefined, issued.ok ? issued.value : undefined);
    expect(await keepPlan(chosenNothing, draftFor(ctx.today), 'none')).toEqual({
      ok: false,
      error: 'refused',
    });
  });

  it('goes with everything else', async () => {
    const { post, session } = await visitor();
    const ctx = post();
    await keepPlan(ctx, draftFor(ctx.today), 'none');
    await eraseEverything(post());
    expect(await stored(session.pathwayId)).toEqual({ steps: [], records: [] });
    expect(await keepPlan(post(), draftFor(ctx.today), 'none')).toEqual({
      ok: false,
      error: 'gone',
    });
    expect(await viewPlan(post())).toBeNull();
  });

  it('carries the code on its slip in the browser that made it, and nowhere else', async () => {
    const { post, session } = await visitor();
    const code = viewSlipCode(post());
    expect(code?.slice(-4)).toBe(session.codeEnd);
    const { codeMadeHere: _here, ...returned } = session;
    expect(viewSlipCode({ ...post(), session: returned })).toBeNull();
    expect(viewSlipCode({ ...post(), session: { ...session, shared: true } })).toBeNull();
  });
});

describe('a plan for hard times', () => {
  const plan = { signs: WORDS, myself: '', places: '', people: 'Ada', safer: '' };

  it('is kept beside the plan, recorded once and without a word of it, and emptied again', async () => {
    const { post, session } = await visitor();
    await keepPlan(post(), draftFor(post().today), 'none');
    for (const written of [plan, { ...plan, people: '' }]) {
      expect(await keepSafetyPlan(post(), written)).toEqual({ ok: true, value: null });
      expect((await viewOwnRecord(post())).safety).toEqual(written);
    }
    expect((await viewOwnRecord(post())).plan?.firstWords).toBe(WORDS);
    const steps = await test.owner.query(
      "SELECT payload FROM subject.transition WHERE pathway_id = $1 AND step = 'safety.plan'",
      [session.pathwayId],
    );
    expect(steps.rows).toEqual([{ payload: {} }]);
    const empty = { signs: '', myself: '', places: '', people: '', safer: '' };
    expect((await keepSafetyPlan(post(), empty)).ok).toBe(true);
    expect(await viewOwnRecord(post())).toMatchObject({
      safety: null,
      plan: { firstWords: WORDS },
    });
  });

  it('keeps what was typed last, also where an earlier post comes again', async () => {
    const { post } = await visitor();
    const texts = ['first', 'second', 'third'];
    for (const signs of texts) await keepSafetyPlan(post(signs), { ...plan, signs });
    for (const signs of texts.slice(0, 2)) {
      expect((await keepSafetyPlan(post(signs), { ...plan, signs })).ok).toBe(true);
    }
    expect((await viewOwnRecord(post())).safety?.signs).toBe('third');
  });

  it('is refused without a code, and after everything was deleted', async () => {
    const { post, session } = await visitor();
    const without = { ...post(), session: { ...session, recordKey: null } };
    expect(await keepSafetyPlan(without, plan)).toEqual({ ok: false, error: 'no_code' });
    await eraseEverything(post());
    expect(await keepSafetyPlan(post(), plan)).toEqual({ ok: false, error: 'gone' });
  });
});
