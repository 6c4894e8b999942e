import { beforeEach, describe, expect, it } from 'vitest';
import { makeReturnCode } from '#lib/domain/access/return-code.ts';
import { makeVisitCode, visitCodeGroups } from '#lib/domain/access/visit-code.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import { listAudit } from '#lib/store/audit.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { redeemSheet } from '#lib/usecases/desk/redeem-sheet.ts';
import { redeemVisitCode } from '#lib/usecases/desk/redeem-visit-code.ts';
import { undoRedemption } from '#lib/usecases/desk/undo-redemption.ts';
import { viewDesk } from '#lib/usecases/desk/view-desk.ts';
import { issueVisitCode } from '#lib/usecases/visitor/visit/issue-visit-code.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, type TestPerson } from '../staff/people.ts';
import { at, browser, CLINIC, DAY_MS, HOUR_MS, holder, post, visits } from './codes.ts';

const test = testDatabase();
const TOLD = { mode: 'in_person', late: false } as const;
const typed = () => makeVisitCode(randomBytes(32));
let ann: TestPerson;

/** One each: of two visits of one person in the same instant neither is the later one. */
beforeEach(async () => {
  ann = await hire(test.db, ['desk'], CLINIC);
});
const redeem = (code: string, person = ann, now?: Parameters<typeof post>[2]) =>
  redeemVisitCode(post(test.db, person, now), code, TOLD);
/** All that the log tells of a visit. */
const told = (action: string) => ({
  seq: expect.any(Number),
  at: expect.any(Number),
  actor: `staff:${ann.id}`,
  action,
  subject: null,
  detail: {},
});

describe('taking a visit back', () => {
  const latest = async (person: TestPerson, now = at(2 * DAY_MS)) =>
    (await viewDesk(post(test.db, person, now)))?.latest?.id ?? '';

  it('works for 10 minutes, for who recorded it, and the code works again', async () => {
    const { code, pathwayId } = await holder(test.db);
    await redeem(code);
    const id = await latest(ann);
    const colleague = await hire(test.db, ['desk'], CLINIC);
    expect(await undoRedemption(post(test.db, colleague), id)).toEqual({
      ok: false,
      error: 'late',
    });
    const over = at(2 * DAY_MS + 10 * 60_000);
    expect(await undoRedemption(post(test.db, ann, over), id)).toEqual({
      ok: false,
      error: 'late',
    });
    expect(await latest(ann, over)).toBe('');
    const undo = post(test.db, ann, at(2 * DAY_MS + 10 * 60_000 - 1));
    const both = await Promise.all([undoRedemption(undo, id), undoRedemption(undo, id)]);
    expect(both).toEqual(Array(2).fill({ ok: true, value: null }));
    expect(await listAudit(test.db, { limit: 2 })).toEqual(
      ['visit.taken_back', 'visit.recorded'].map((action) => told(action)),
    );
    expect((await visits(test.db, pathwayId)).map(({ payload }) => payload.attended)).toEqual([
      true,
      false,
    ]);
    expect((await readPathway(test.db, pathwayId, null))?.row.attendedCodeDay).toBeNull();
    expect(await latest(ann)).toBe('');
    expect((await redeem(code)).ok).toBe(true);
    expect((await readPathway(test.db, pathwayId, null))?.row.attendedCodeDay).not.toBeNull();
  });

  it('is not undone by the first form sent once more', async () => {
    const { code, pathwayId } = await holder(test.db);
    const first = post(test.db, ann);
    await redeemVisitCode(first, code, TOLD);
    await undoRedemption(post(test.db, ann), await latest(ann));
    const again = await redeemVisitCode(first, code, TOLD);
    expect(again).toEqual({ ok: false, error: { kind: 'taken_back' } });
    expect(await visits(test.db, pathwayId)).toHaveLength(2);
  });

  it('leaves the newer code alone where the person made one meanwhile', async () => {
    const { code, ctx } = await holder(test.db);
    await redeem(code);
    const newer = await issueVisitCode(ctx, CLINIC);
    await undoRedemption(post(test.db, ann), await latest(ann));
    expect(await redeem(code)).toEqual({ ok: false, error: { kind: 'replaced' } });
    expect(newer.ok && (await redeem(newer.value.code, ann, at(4 * DAY_MS))).ok).toBe(true);
  });
});

describe('a paper sheet', () => {
  it('is recorded line by line on its own day; what is left says why', async () => {
    const [one, two, used, early] = [
      await holder(test.db),
      await holder(test.db),
      await holder(test.db),
      await holder(test.db),
    ];
    await redeem(used.code);
    const [long, unknown] = [makeReturnCode(randomBytes(40)), typed()];
    const ctx = post(test.db, ann, at(3 * DAY_MS));
    const fresh = browser(test.db, early.pathwayId, at(3 * DAY_MS - HOUR_MS));
    const made = await issueVisitCode(fresh, CLINIC);
    if (!made.ok) throw new Error(made.error);
    const lines = [
      ...[one.code, visitCodeGroups(two.code).join('-').toLowerCase(), used.code],
      ...[one.code, '', made.value.code, early.code, long, 'scribble', unknown],
    ].join('\r\n');
    const day = (ctx.today - 1) as typeof ctx.today;
    const sheet = { lines, mode: 'phone', day } as const;
    const done = await redeemSheet(ctx, sheet);
    const left = [
      { typed: used.code, why: 'used' },
      { typed: made.value.code, why: 'early' },
      { typed: early.code, why: 'replaced' },
      { typed: '', why: 'return_code' },
      { typed: 'scribble', why: 'length' },
      { typed: unknown, why: 'unknown' },
    ];
    expect(done).toEqual({ ok: true, value: { recorded: 2, left } });
    const entries = await listAudit(test.db, { limit: 2, action: 'visit.recorded' });
    expect(entries).toEqual([told('visit.recorded'), told('visit.recorded')]);
    const [visit] = await visits(test.db, two.pathwayId);
    expect(visit?.payload.mode).toBe('phone');
    const stored = await readPathway(test.db, two.pathwayId, null);
    expect(visit?.day).toBe(day - (stored?.start ?? 0));
    expect((await viewDesk(post(test.db, ann, at(3 * DAY_MS))))?.latest).toBeNull();
    const { rows } = await test.owner.query(
      `SELECT count(DISTINCT idempotency_key)::int AS keys FROM subject.transition
       WHERE step = 'attendance.recorded' AND pathway_id = ANY ($1::uuid[])`,
      [[one.pathwayId, two.pathwayId]],
    );
    expect(rows[0].keys).toBe(2);
  });

  it('is refused whole where it is empty, too long, or of no day of the last week', async () => {
    const ctx = post(test.db, ann);
    const sheet = (lines: string, ago: number) =>
      redeemSheet(ctx, { lines, mode: 'phone', day: (ctx.today - ago) as typeof ctx.today });
    const many = Array.from({ length: 61 }, () => typed()).join('\n');
    expect(await sheet(' \n ', 0)).toEqual({ ok: false, error: 'empty' });
    expect(await sheet(many, 0)).toEqual({ ok: false, error: 'long' });
    expect(await sheet(typed(), 8)).toEqual({ ok: false, error: 'day' });
    expect(await sheet(typed(), -1)).toEqual({ ok: false, error: 'day' });
  });
});
