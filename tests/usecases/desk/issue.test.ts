import { describe, expect, it } from 'vitest';
import { parseVisitCode } from '#lib/domain/access/visit-code.ts';
import type { Instant, PathwayId, ServiceId } from '#lib/domain/basics/ids.ts';
import { randomUuid } from '#lib/gateways/hashes.ts';
import { expireVisitCodes } from '#lib/store/keeping.ts';
import { listVisitCodes } from '#lib/store/visit-codes.ts';
import { redeemVisitCode } from '#lib/usecases/desk/redeem-visit-code.ts';
import { changeService } from '#lib/usecases/staff/change-service.ts';
import { expireRecords } from '#lib/usecases/system/expire-records.ts';
import { forgetVisitTimes } from '#lib/usecases/system/forget-visit-times.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { testDatabase } from '../../support/database.ts';
import { begin, screened } from '../../support/screened.ts';
import { hire, NOW, staffContextOf } from '../staff/people.ts';
import { at, browser, CLINIC, DAY_MS, HOUR_MS, holder, post } from './codes.ts';

const test = testDatabase();
const OTHER = 'sample-hill-clinic' as ServiceId;

const made = async (ctx: ReturnType<typeof browser>, service = CLINIC) => {
  const result = await issueVisitCode(ctx, service);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const states = async (id: PathwayId) =>
  (await listVisitCodes(test.db, id)).map(({ state }) => state).toSorted();

describe('a visit code', () => {
  it('is the same for the same browser, however often it is asked for, with its last day', async () => {
    const pathwayId = await screened(test.db);
    const ctx = browser(test.db, pathwayId);
    const all = await Promise.all([made(ctx), made(ctx), made({ ...ctx, key: randomUuid() })]);
    const later = await made({ ...ctx, ...{ now: at(DAY_MS), today: ctx.today } });
    expect(new Set([...all, later].map(({ code }) => code)).size).toBe(1);
    expect(later.until).toBe(ctx.today + 90);
    expect(parseVisitCode(later.code).ok).toBe(true);
    expect(await states(pathwayId)).toEqual(['issued']);
  });

  it('ends the one before: from another browser, or for another service and back', async () => {
    const { pathwayId, code, ctx } = await holder(test.db);
    const other = browser(test.db, pathwayId);
    const codes = [code, (await made(other)).code, (await made(ctx, OTHER)).code];
    codes.push((await made(ctx)).code, (await made(ctx)).code);
    expect(new Set(codes).size).toBe(4);
    expect(codes[3]).toBe(codes[4]);
    expect(await states(pathwayId)).toEqual(['issued', 'replaced', 'replaced', 'replaced']);
  });

  it('is a new one once the one before was used', async () => {
    const { code, ctx } = await holder(test.db);
    const ann = await hire(test.db, ['desk'], CLINIC);
    const told = { mode: 'in_person', late: false } as const;
    expect((await redeemVisitCode(post(test.db, ann), code, told)).ok).toBe(true);
    const second = await made(ctx);
    expect(second.code).not.toBe(code);
    expect((await made(ctx)).code).toBe(second.code);
    expect((await redeemVisitCode(post(test.db, ann), second.code, told)).ok).toBe(true);
  });

  it('is for who has seen a result, at a service that visitors see', async () => {
    const ann = await hire(test.db, ['clinician']);
    const begun = await begin(test.db);
    const { rows } = await test.owner.query(
      `SELECT id FROM subject.pathway p WHERE NOT EXISTS
        (SELECT FROM subject.transition t WHERE t.pathway_id = p.id AND t.step = 'result.viewed')`,
    );
    expect(begun.kind).toBe('recorded');
    const early = browser(test.db, rows[0].id as PathwayId);
    expect(await issueVisitCode(early, CLINIC)).toEqual({ ok: false, error: 'not_ready' });
    const nobody = browser(test.db, randomUuid() as PathwayId);
    expect(await issueVisitCode(nobody, CLINIC)).toEqual({ ok: false, error: 'gone' });
    const visitor = browser(test.db, await screened(test.db));
    const unknown = 'no-such-place' as ServiceId;
    expect(await issueVisitCode(visitor, unknown)).toEqual({ ok: false, error: 'closed' });
    await changeService(staffContextOf(test.db, ann, 'services:edit'), OTHER, 'paused');
    expect(await issueVisitCode(visitor, OTHER)).toEqual({ ok: false, error: 'closed' });
    await changeService(staffContextOf(test.db, ann, 'services:edit'), OTHER, 'reopened');
    expect((await issueVisitCode(visitor, OTHER)).ok).toBe(true);
  });

  it('comes to an end: not one browser makes more and more of them', async () => {
    const ctx = browser(test.db, await screened(test.db));
    let closed = 0;
    for (let i = 0; i < 50; i += 1) {
      const result = await issueVisitCode(ctx, i % 2 === 0 ? CLINIC : OTHER);
      if (!result.ok && result.error === 'closed') closed += 1;
    }
    // Twenty at the first service; the last one at the other goes on.
    expect(closed).toBe(5);
  });

  it('leaves neither itself nor a part of it in the database', async () => {
    const { code } = await holder(test.db);
    const tables = await test.owner.query(`SELECT format('%I.%I', table_schema, table_name) AS name
      FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema IN ('subject', 'vault', 'ops')`);
    for (const { name } of tables.rows) {
      const { rows } = await test.owner.query(`SELECT t::text AS text FROM ${name} t`);
      for (const { text } of rows) {
        expect(text).not.toContain(code);
        expect(text).not.toContain(Buffer.from(code).toString('hex'));
      }
    }
  });
});

describe('what is kept of visit codes', () => {
  const clocks = async (id: PathwayId) => {
    const { rows } = await test.owner.query(
      `SELECT c.* FROM ops.visit_clock c JOIN subject.visit_code v ON v.id = c.code_id
       WHERE v.pathway_id = $1`,
      [id],
    );
    return rows;
  };

  it('forgets when it was made after 12 hours, and when it was used after 10 minutes', async () => {
    const { pathwayId, code } = await holder(test.db);
    const forget = (ms: number) => forgetVisitTimes({ db: test.worker, now: at(ms) });
    await forget(12 * HOUR_MS - 1);
    expect(await clocks(pathwayId)).toMatchObject([{ issued_at: new Date(NOW) }]);
    await forget(12 * HOUR_MS);
    expect(await clocks(pathwayId)).toEqual([]);
    const ann = await hire(test.db, ['desk'], CLINIC);
    const used = at(13 * HOUR_MS);
    const told = { mode: 'in_person', late: false } as const;
    expect((await redeemVisitCode(post(test.db, ann, used), code, told)).ok).toBe(true);
    expect(await clocks(pathwayId)).toMatchObject([
      { issued_at: null, redeemed_at: new Date(used), redeemed_by: ann.id },
    ]);
    await forget(13 * HOUR_MS + 9 * 60_000);
    expect(await clocks(pathwayId)).toHaveLength(1);
    await forget(13 * HOUR_MS + 10 * 60_000);
    expect(await clocks(pathwayId)).toEqual([]);
  });

  it('goes after 90 days, and 30 days later where nobody used it', async () => {
    const [used, unused] = [await holder(test.db), await holder(test.db)];
    const ann = await hire(test.db, ['desk'], CLINIC);
    const told = { mode: 'in_person', late: false } as const;
    await redeemVisitCode(post(test.db, ann), used.code, told);
    const then = (days: number) => ({
      db: test.worker,
      now: at(days * DAY_MS) as Instant,
      today: (used.ctx.today + days) as typeof used.ctx.today,
    });
    await expireRecords(then(90));
    expect([await states(used.pathwayId), await states(unused.pathwayId)]).toEqual([
      ['redeemed'],
      ['issued'],
    ]);
    expect((await expireRecords(then(91))).visitCodes).toBeGreaterThan(0);
    expect([await states(used.pathwayId), await states(unused.pathwayId)]).toEqual([
      [],
      ['expired'],
    ]);
    const late = await redeemVisitCode(post(test.db, ann, at(100 * DAY_MS)), unused.code, told);
    expect(late).toEqual({ ok: false, error: { kind: 'expired' } });
    await expireRecords(then(120));
    expect(await states(unused.pathwayId)).toEqual(['expired']);
    await expireRecords(then(121));
    expect(await states(unused.pathwayId)).toEqual([]);
    const day = used.ctx.today;
    expect(await expireVisitCodes(test.worker, day, day)).toBe(0);
  });
});
