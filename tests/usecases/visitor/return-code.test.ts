import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { viewNextStep } from '#lib/usecases/visitor/next/view-next-step.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { returnWithCode } from '#lib/usecases/visitor/place/return-with-code.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import { answered, visit, visitWithResult } from './visit.ts';

const test = testDatabase();
const context = contextOf(test.db);
const ANSWERS = [1, 1, 1, 1, 1, 1, 0, 0, 0] as const;

async function withCode() {
  const visitor = await visitWithResult(test.db, ANSWERS);
  const issued = await issueCode(visitor.post());
  if (!issued.ok || issued.value.code === null) throw new Error('no code');
  return { visitor, session: issued.value, code: issued.value.code };
}

describe('a return code', () => {
  it('opens its own pathway, however it is typed, and yields the same key', async () => {
    const { session, code } = await withCode();
    const full = [...code].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('');
    for (const typed of [
      code,
      code.replace(/(.{4})/g, '$1 '),
      code.replace(/(.{4})/g, '$1-'),
      full,
    ]) {
      const { pathwayId, recordKey, codeEnd } = session;
      expect(await returnWithCode(context, typed)).toEqual({
        ok: true,
        value: { pathwayId, recordKey, codeEnd, support: 'no' },
      });
    }
  });

  it('leads to the support page first where the result it is due for was never looked at', async () => {
    const visitor = await visit(test.db);
    await submitScreening(visitor.post(), answered(visitor, [0, 0, 0, 0, 0, 0, 0, 0, 1]));
    const issued = await issueCode(visitor.post());
    const code = issued.ok ? (issued.value.code ?? '') : '';
    const before = await returnWithCode(context, code);
    expect(before.ok && before.value.support).toBe('due');
    await viewNextStep(visitor.post());
    const after = await returnWithCode(context, code);
    expect(after.ok && after.value.support).toBe('no');
  });

  it('is kept from the day it was last used: coming back counts, though nothing is recorded', async () => {
    const { visitor, session } = await withCode();
    const later = {
      ...visitor.post(undefined, session),
      today: (visitor.post().today + 40) as Day,
    };
    await viewMyPlace(later);
    const { rows } = await test.owner.query(
      "SELECT last_used - DATE '1970-01-01' AS used FROM subject.pathway WHERE id = $1",
      [session.pathwayId],
    );
    expect(rows[0].used).toBe(later.today);
  });

  it('is not stored: nothing in the database is the code, its secret or its key', async () => {
    const { visitor, session, code } = await withCode();
    const { rows } = await test.owner.query(
      'SELECT row_to_json(r)::text AS text FROM subject.return_code r WHERE pathway_id = $1',
      [visitor.session.pathwayId],
    );
    const key = Buffer.from(session.recordKey ?? '', 'base64url').toString('hex');
    for (const secret of [code, code.slice(5, 19), code.slice(0, 5), key]) {
      expect(rows[0].text).not.toContain(secret);
    }
  });

  it('is refused in the same words and about the same time, known part or not', async () => {
    const { code } = await withCode();
    const wrong = [...code];
    // Two digits of the secret part changed so that the check digit still fits.
    const attempts = await Promise.all(
      Array.from({ length: 100 }, (_, i) => {
        wrong[10] = String(Math.floor(i / 10));
        wrong[11] = String(i % 10);
        return wrong.join('');
      }).map(async (typed) => ({ typed, result: await returnWithCode(context, typed) })),
    );
    const kinds = new Set(attempts.flatMap(({ result }) => (result.ok ? [] : [result.error])));
    expect([...kinds].toSorted()).toEqual(
      ['busy', 'check', 'unknown'].filter((k) => kinds.has(k as never)),
    );
    expect(attempts.filter(({ result }) => result.ok).map(({ typed }) => typed)).toEqual(
      attempts.map(({ typed }) => typed).filter((typed) => typed === code),
    );
  });

  it('tells a visit code from a mistyped one', async () => {
    expect(await returnWithCode(context, 'RQ4 7KD 2MX')).toEqual({
      ok: false,
      error: 'visit_code',
    });
    expect(await returnWithCode(context, ' ')).toEqual({ ok: false, error: 'empty' });
    expect(await returnWithCode(context, '1234')).toEqual({ ok: false, error: 'length' });
  });

  it('is made once: asked for twice at once, and again, it is the same', async () => {
    const visitor = await visitWithResult(test.db, ANSWERS);
    const ask = () => issueCode(visitor.post(randomUUID()));
    const made = [...(await Promise.all([ask(), ask()])), await ask()];
    const codes = new Set(made.map((m) => (m.ok ? m.value.code : m.error)));
    expect(codes.size).toBe(1);
    expect([...codes][0]).toMatch(/^\d{20}$/);
  });

  it('is never made twice for one pathway from two browsers', async () => {
    const visitor = await visitWithResult(test.db, ANSWERS);
    const other = { ...visitor.session, sid: randomUUID() };
    const made = [await issueCode(visitor.post()), await issueCode(visitor.post(undefined, other))];
    expect(made.map((m) => (m.ok ? 'made' : m.error))).toEqual(['made', 'has_one']);
  });
});
