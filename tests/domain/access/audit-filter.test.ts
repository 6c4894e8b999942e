import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '#lib/domain/access/audit.ts';
import {
  AUDIT_FILTER_FIELDS,
  readAuditFilter,
  typedAuditFilter,
} from '#lib/domain/access/audit-filter.ts';
import { dayFromIso } from '#lib/domain/basics/day.ts';

const read = (values: Readonly<Record<string, unknown>>) =>
  readAuditFilter(typedAuditFilter(values));
const ID = '0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3';

describe('the filter of the log', () => {
  it('asks for nothing where nothing was typed', () => {
    const nothing = { who: null, action: null, subject: null, from: null, to: null };
    expect(read({})).toEqual({ ok: true, value: nothing });
    expect(read({ who: ' ', action: [], from: 3, other: 'x' })).toEqual({
      ok: true,
      value: nothing,
    });
  });

  it('reads every field', () => {
    const values = { who: ID, action: 'audit.read', subject: ' Gil\0 ', from: '2026-11-25' };
    const value = { ...values, subject: 'Gil', from: dayFromIso('2026-11-25'), to: null };
    expect(read(values)).toEqual({ ok: true, value });
    for (const action of Object.values(AUDIT_ACTIONS).flat()) {
      expect(read({ action })).toMatchObject({ ok: true, value: { action } });
    }
    expect(read({ who: 'system' })).toMatchObject({ ok: true, value: { who: 'system' } });
    expect(read({ from: '2026-11-25', to: '2026-11-25' }).ok).toBe(true);
    expect(read({ subject: 'x'.repeat(100) }).ok).toBe(true);
  });

  it.each([
    [{ who: 'Gil' }, 'who', 'unknown'],
    [{ action: 'policy.invented' }, 'action', 'unknown'],
    [{ action: 'toString' }, 'action', 'unknown'],
    [{ subject: 'x'.repeat(101) }, 'subject', 'long'],
    [{ from: '2026-02-29' }, 'from', 'date'],
    [{ from: '25.11.2026' }, 'from', 'date'],
    [{ to: '0000-01-01' }, 'to', 'date'],
    [{ to: '9999-12-31' }, 'to', 'date'],
    [{ from: '2026-11-25', to: '2026-11-24' }, 'to', 'order'],
  ])('names the field of %j', (values, field, problem) => {
    expect(read(values)).toEqual({ ok: false, error: [{ field, problem }] });
  });

  it('names every field that is wrong at once', () => {
    const wrong = { who: 'x', action: 'x', subject: 'x'.repeat(101), from: 'x', to: 'x' };
    const answer = read(wrong);
    expect(answer.ok).toBe(false);
    const fields = answer.ok ? [] : answer.error.map(({ field }) => field);
    expect(fields.sort()).toEqual([...AUDIT_FILTER_FIELDS].sort());
  });

  it('never throws, whatever an address brings', () => {
    const any = fc.record(
      Object.fromEntries(AUDIT_FILTER_FIELDS.map((name) => [name, fc.anything()])),
    );
    fc.assert(fc.property(any, (values) => typeof read(values).ok === 'boolean'));
  });
});
