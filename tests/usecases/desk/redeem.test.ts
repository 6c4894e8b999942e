import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeReturnCode } from '#lib/domain/access/return-code.ts';
import { makeVisitCode, VISIT_CODES, visitCodeGroups } from '#lib/domain/access/visit-code.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { randomBytes } from '#lib/gateways/hashes.ts';
import { listAudit } from '#lib/store/audit.ts';
import { erasePathway } from '#lib/store/keeping.ts';
import { readPathway } from '#lib/store/pathways.ts';
import { listServices } from '#lib/store/services.ts';
import { redeemVisitCode } from '#lib/usecases/desk/redeem-visit-code.ts';
import { MOST_TRIES } from '#lib/usecases/redemption.ts';
import { testDatabase } from '../../support/database.ts';
import { hire, type TestPerson } from '../staff/people.ts';
import { at, CLINIC, DAY_MS, HOUR_MS, holder, post, visits } from './codes.ts';

const test = testDatabase();
const TOLD = { mode: 'in_person', late: false } as const;
const typed = () => makeVisitCode(randomBytes(32));
let ann: TestPerson;
let elsewhere: { readonly person: TestPerson; readonly service: ServiceId };
let walkIn: { readonly person: TestPerson; readonly service: ServiceId };

beforeAll(async () => {
  ann = await hire(test.db, ['desk'], CLINIC);
  const services = await listServices(test.db);
  const other = services.find(({ id, walkIn: open }) => id !== CLINIC && !open);
  const open = services.find((service) => service.walkIn);
  if (!other || !open) throw new Error('the examples have changed');
  const [at1, at2] = [
    await hire(test.db, ['desk'], other.id),
    await hire(test.db, ['desk'], open.id),
  ];
  elsewhere = { person: at1, service: other.id };
  walkIn = { person: at2, service: open.id };
});
/** The limits count in the log: what one test has tried is none of the next one's. */
beforeEach(async () => {
  await test.owner.query(
    `SET session_replication_role = 'replica';
     UPDATE ops.audit_entry SET at = at - interval '2 days';
     SET session_replication_role = 'origin'`,
  );
});

const redeem = (code: string, person = ann, now?: Parameters<typeof post>[2]) =>
  redeemVisitCode(post(test.db, person, now), code, TOLD);
/** All that the log tells of a visit. */
const recorded = () => ({
  seq: expect.any(Number),
  at: expect.any(Number),
  actor: `staff:${ann.id}`,
  action: 'visit.recorded',
  subject: null,
  detail: {},
});
const lastEntry = async () => (await listAudit(test.db, { limit: 1 }))[0];

describe('a visit code at the desk', () => {
  it('records the visit and nothing that leads back: the log names no service either', async () => {
    const { code, pathwayId } = await holder(test.db);
    const groups = visitCodeGroups(code).join(' ').toLowerCase();
    expect(await redeem(groups)).toEqual({ ok: true, value: null });
    const [visit, ...more] = await visits(test.db, pathwayId);
    expect(more).toEqual([]);
    expect(visit).toMatchObject({
      origin: 'staff',
      payload: { attended: true, evidence: 'code', mode: 'in_person' },
    });
    const stored = await readPathway(test.db, pathwayId, null);
    expect(stored?.row.attendedCodeDay).toBe(visit?.day);
    const entry = await lastEntry();
    expect(entry).toEqual(recorded());
    const { rows } = await test.owner.query('SELECT id::text FROM subject.visit_code');
    const written = JSON.stringify(entry);
    for (const secret of [code, pathwayId, CLINIC, ...rows.map(({ id }) => id)]) {
      expect(written).not.toContain(secret);
    }
  });

  it('gives the answer of the first to the same post again, also when all come at once', async () => {
    const { code, pathwayId } = await holder(test.db);
    const once = post(test.db, ann);
    const all = await Promise.all([1, 2, 3, 4].map(() => redeemVisitCode(once, code, TOLD)));
    expect(new Set(all.map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(await visits(test.db, pathwayId)).toHaveLength(1);
  });

  it('says of a used code the date and no more, and counts no try', async () => {
    const { code } = await holder(test.db);
    await redeem(code);
    for (let i = 0; i < MOST_TRIES.hour + 1; i += 1) {
      const again = await redeem(code, ann, at(3 * DAY_MS));
      expect(again).toEqual({ ok: false, error: { kind: 'used', on: post(test.db, ann).today } });
    }
  });

  it('has the one answer "unknown" for no code and for the code of another service', async () => {
    const { code } = await holder(test.db, elsewhere.service);
    expect(await redeem(code)).toEqual({ ok: false, error: { kind: 'unknown' } });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'visit.refused', subject: CLINIC });
    expect(await redeem(typed())).toEqual({ ok: false, error: { kind: 'unknown' } });
    const { seq, at: when, ...ofNone } = (await lastEntry()) ?? entry ?? { seq: 0, at: 0 };
    expect(entry).toMatchObject(ofNone);
    expect(seq).toBeGreaterThan(entry?.seq ?? 0);
    expect(when).toBeGreaterThan(0);
    expect(await redeem(code, elsewhere.person)).toEqual({ ok: true, value: null });
  });

  it('is too early within 12 hours, but not where people may simply come in', async () => {
    const { code } = await holder(test.db);
    const early = at(12 * HOUR_MS - 1);
    expect(await redeem(code, ann, early)).toEqual({ ok: false, error: { kind: 'early' } });
    expect(await redeem(code, ann, at(12 * HOUR_MS))).toEqual({ ok: true, value: null });
    const open = await holder(test.db, walkIn.service);
    expect(await redeem(open.code, walkIn.person, at(1))).toEqual({ ok: true, value: null });
  });

  it('runs out after 90 days, and is then recorded only where the desk asks for it; the log does not tell', async () => {
    const { code, pathwayId } = await holder(test.db);
    const late = at(91 * DAY_MS);
    expect(await redeem(code, ann, late)).toEqual({ ok: false, error: { kind: 'expired' } });
    expect(await visits(test.db, pathwayId)).toEqual([]);
    const noted = await redeemVisitCode(post(test.db, ann, late), code, { ...TOLD, late: true });
    expect(noted).toEqual({ ok: true, value: null });
    expect(await lastEntry()).toEqual(recorded());
    const other = await holder(test.db);
    expect((await redeem(other.code, ann, at(90 * DAY_MS))).ok).toBe(true);
    expect(await lastEntry()).toEqual(recorded());
  });

  it('is told from a return code, of which nothing is written down', async () => {
    const long = makeReturnCode(randomBytes(40));
    const before = await lastEntry();
    expect(await redeem(long)).toEqual({ ok: false, error: { kind: 'return_code' } });
    expect(await lastEntry()).toEqual(before);
  });

  it('is known no more once everything of its person is deleted', async () => {
    const { code, pathwayId } = await holder(test.db);
    await erasePathway(test.db, pathwayId);
    expect(await redeem(code)).toEqual({ ok: false, error: { kind: 'unknown' } });
  });
});

describe('guessing', () => {
  const chance = (tries: number, live = 1_000) => (tries * live) / VISIT_CODES;

  it(`is over after ${MOST_TRIES.hour} tries of one person, also for a right code`, async () => {
    const { code } = await holder(test.db);
    const tries = Array.from({ length: MOST_TRIES.hour + 3 }, () => redeem(typed()));
    const kinds = (await Promise.all(tries)).map((tried) => (tried.ok ? 'ok' : tried.error.kind));
    expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(MOST_TRIES.hour);
    expect(kinds.filter((kind) => kind === 'limited_hour')).toHaveLength(3);
    expect(await redeem(code)).toEqual({ ok: false, error: { kind: 'limited_hour' } });
    const colleague = await hire(test.db, ['desk'], CLINIC);
    expect(await redeem(code, colleague)).toEqual({ ok: true, value: null });
  });

  it(`is over after ${MOST_TRIES.day} tries at one service, whoever makes them`, async () => {
    const guessed: string[] = [];
    for (let n = 0; n <= MOST_TRIES.day / MOST_TRIES.hour; n += 1) {
      const person = await hire(test.db, ['desk'], CLINIC);
      for (let i = 0; i < MOST_TRIES.hour; i += 1) {
        const tried = await redeem(typed(), person);
        guessed.push(tried.ok ? 'ok' : tried.error.kind);
      }
    }
    expect(guessed.filter((kind) => kind === 'unknown')).toHaveLength(MOST_TRIES.day);
    expect(guessed.slice(MOST_TRIES.day)).toEqual(Array(5).fill('limited_day'));
    const { code } = await holder(test.db, elsewhere.service);
    expect((await redeem(code, elsewhere.person)).ok).toBe(true);
  });

  it('costs no try where the check symbol finds the slip', async () => {
    const { code } = await holder(test.db);
    const slip = `${code.slice(0, 8)}${code[8] === 'A' ? 'B' : 'A'}`;
    for (let i = 0; i < MOST_TRIES.day + 1; i += 1) {
      expect(await redeem(slip)).toEqual({ ok: false, error: { kind: 'check' } });
    }
    expect((await redeem(code)).ok).toBe(true);
  });

  it('has hardly a chance of one lucky hit with 1,000 live codes at one service', () => {
    const [day, year] = [chance(MOST_TRIES.day), chance(MOST_TRIES.day * 365)];
    console.log(`one lucky hit, 1,000 live codes: ${day.toExponential(1)} a day at one service`);
    console.log(`one lucky hit, 1,000 live codes: ${year.toExponential(1)} a year at one service`);
    expect(year).toBeLessThan(1 / 50_000);
  });
});
