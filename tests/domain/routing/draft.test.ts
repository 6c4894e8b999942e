import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  type DraftRow,
  draftTable,
  MOST_ROWS,
  readDraft,
  settlePolicy,
  sortRows,
} from '#lib/domain/routing/draft.ts';
import { canonicalPolicy } from '#lib/domain/routing/policy.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

const row = (from: string, to: string): DraftRow => ({ from, to, tier: 'guidance', alsoOpen: [] });
const table = (rows: DraftRow[], name = 'one', recheck = '14', source = '') => ({
  name,
  recheck,
  source,
  rows,
});

describe('a draft', () => {
  it.each(PRESETS)('that is not changed is the same version: $id', ({ policy }) => {
    const draft = draftTable(policy);
    const read = readDraft(draft);
    expect(read.ok && canonicalPolicy(settlePolicy(read.value))).toBe(canonicalPolicy(policy));
  });

  it('says which cells hold no number', () => {
    const read = readDraft(table([row('0', '4'), row('', '28'), row('5', '1.5')], ' ', '0'));
    expect(read).toEqual({
      ok: false,
      error: [
        { kind: 'name' },
        { kind: 'recheck' },
        { kind: 'number', row: 1, field: 'from' },
        { kind: 'number', row: 1, field: 'to' },
        { kind: 'number', row: 2, field: 'to' },
      ],
    });
  });

  it.each([
    ['１０', 10],
    [' 7 ', 7],
    ['27', 27],
    ['0', 0],
  ])('reads %j as a number', (typed, value) => {
    const read = readDraft(table([row(typed, '27')]));
    expect(read.ok && read.value.rules[0]?.from).toBe(value);
  });

  it.each(['-1', '28', '1e1', '0x1', '1 0', 'ten', '0010'])('does not read %j', (typed) => {
    expect(readDraft(table([row(typed, '27')])).ok).toBe(false);
  });

  it.each([
    ['1', 1],
    ['90', 90],
  ])('asks again after %s days', (recheck, days) => {
    const read = readDraft(table([], 'one', recheck, ' why '));
    expect(read).toMatchObject({ ok: true, value: { recheckAfterDays: days, source: 'why' } });
  });

  it('never asks again after more than 90 days', () => {
    expect(readDraft(table([], 'one', '91')).ok).toBe(false);
  });

  it('offers no step beside itself, and the others lowest first', () => {
    const both = { ...row('0', '27'), alsoOpen: [...TIERS].reverse() };
    const read = readDraft(table([both], ' one ', '14', ' '));
    expect(read.ok && read.value).toEqual({
      schema: 1,
      name: 'one',
      recheckAfterDays: 14,
      rules: [
        {
          id: 'row-1',
          instrument: 'phq-9',
          from: 0,
          to: 27,
          tier: 'guidance',
          alsoOpen: ['community', 'face_to_face'],
        },
      ],
      source: 'one',
    });
  });

  it('keeps the last paragraph of the source, without the reason of the version before', () => {
    const [preset] = PRESETS;
    if (!preset) throw new Error('no preset');
    const policy = { ...preset.policy, source: 'Because.\n\nKroenke 2001.' };
    expect(draftTable(policy).source).toBe('Kroenke 2001.');
  });
});

describe('rows', () => {
  it('are sorted by score, those without a number last and as they were', () => {
    const rows = [row('', '3'), row('10', '27'), row('x', '4'), row('0', '9')];
    expect(sortRows(rows).map(({ from, to }) => `${from}|${to}`)).toEqual([
      '0|9',
      '10|27',
      '|3',
      'x|4',
    ]);
  });

  it('are added for the first scores that no row names', () => {
    const added = (rows: DraftRow[]) => addRow(rows).at(-1);
    expect(added([])).toMatchObject({ from: '0', to: '27', tier: 'face_to_face', alsoOpen: [] });
    expect(added([row('0', '4'), row('9', '27')])).toMatchObject({ from: '5', to: '8' });
    expect(added([row('0', '26')])).toMatchObject({ from: '27', to: '27' });
    expect(added([row('1', '4'), row('9', '27')])).toMatchObject({ from: '0', to: '0' });
    expect(added([row('0', '27')])).toMatchObject({ from: '', to: '' });
    expect(added([row('', '27'), row('0', '')])).toMatchObject({ from: '0', to: '27' });
  });

  it('added one after the other leave no score out', () => {
    const cell = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (pairs) => {
        let rows = pairs.map(([a, b]) => row(String(Math.min(a, b)), String(Math.max(a, b))));
        while (addRow(rows).at(-1)?.from !== '' && rows.length <= MOST_ROWS) rows = addRow(rows);
        const read = readDraft(table(rows));
        const rules = read.ok ? read.value.rules : [];
        for (let total = 0; total <= 27; total++) {
          expect(rules.some(({ from, to }) => from <= total && total <= to)).toBe(true);
        }
      }),
    );
  });

  it('of equal tables are one version, in any order', () => {
    const [preset] = PRESETS;
    if (!preset) throw new Error('no preset');
    const turned = { ...preset.policy, rules: [...preset.policy.rules].reverse() };
    expect(settlePolicy(turned)).toEqual(preset.policy);
  });
});
