import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftBody, type DraftRow, MOST_ROWS } from '#lib/domain/routing/draft/draft.ts';
import { edited } from '#lib/domain/routing/draft/edit.ts';
import { readDraft } from '#lib/domain/routing/draft/read-draft.ts';
import { addRow, sortRows } from '#lib/domain/routing/draft/rows.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';
import { settlePolicy } from '#lib/domain/routing/settle.ts';

const row = (from: string, to: string): DraftRow => ({ from, to, tier: 'guidance', alsoOpen: [] });
const phq9 = (...rows: DraftRow[]) => ({ instrument: 'phq-9' as const, rows });
const body = (part: Partial<DraftBody>): DraftBody => ({
  name: 'one',
  recheck: '14',
  source: '',
  tables: [phq9(row('0', '27'))],
  raises: [],
  otherwise: { tier: 'face_to_face', alsoOpen: [] },
  ...part,
});
const step = { tier: 'community', alsoOpen: [] as [] } as const;

describe('rows', () => {
  it('are sorted by score, those without a number last and as they were', () => {
    const rows = [row('', '3'), row('10', '27'), row('x', '4'), row('0', '9')];
    expect(sortRows(phq9(...rows)).map(({ from, to }) => `${from}|${to}`)).toEqual([
      '0|9',
      '10|27',
      '|3',
      'x|4',
    ]);
  });

  it('are added for the first scores that no row names', () => {
    const added = (rows: DraftRow[]) => addRow(phq9(...rows)).at(-1);
    expect(added([])).toMatchObject({ from: '0', to: '27', tier: 'face_to_face', alsoOpen: [] });
    expect(added([row('0', '4'), row('9', '27')])).toMatchObject({ from: '5', to: '8' });
    expect(added([row('0', '26')])).toMatchObject({ from: '27', to: '27' });
    expect(added([row('1', '4'), row('9', '27')])).toMatchObject({ from: '0', to: '0' });
    expect(added([row('0', '27')])).toMatchObject({ from: '', to: '' });
    expect(added([row('', '27'), row('0', '')])).toMatchObject({ from: '0', to: '27' });
    expect(addRow({ instrument: 'k10', rows: [] })[0]).toMatchObject({ from: '10', to: '50' });
  });

  it('are never more than a page can hold', () => {
    const full = Array.from({ length: MOST_ROWS }, () => row('', ''));
    expect(addRow(phq9(...full))).toHaveLength(MOST_ROWS);
    expect(addRow(phq9(...full.slice(1)))).toHaveLength(MOST_ROWS);
  });

  it('added one after the other leave no score out', () => {
    const cell = fc.integer({ min: 0, max: 27 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (pairs) => {
        let rows = pairs.map(([a, b]) => row(String(Math.min(a, b)), String(Math.max(a, b))));
        const more = () => addRow(phq9(...rows));
        while (more().at(-1)?.from !== '' && rows.length < MOST_ROWS) rows = more();
        const read = readDraft(body({ tables: [phq9(...rows)] }));
        const rules = read.ok ? (read.value.tables[0]?.rows ?? []) : [];
        for (let total = 0; total <= 27; total++) {
          expect(rules.some(({ from, to }) => from <= total && total <= to)).toBe(true);
        }
      }),
    );
  });

  it('of equal tables are one version, in any order', () => {
    const [preset] = PRESETS;
    if (!preset) throw new Error('no preset');
    const tables = preset.policy.tables
      .map((table) => ({ ...table, rows: [...table.rows].reverse() }))
      .reverse();
    expect(settlePolicy({ ...preset.policy, tables })).toEqual(preset.policy);
  });
});

describe('the editor', () => {
  const start = body({
    tables: [phq9(row('10', '27'), row('0', '9'))],
    raises: [
      {
        ...step,
        when: [
          { ask: '', atLeast: '3' },
          { ask: 'signs', atLeast: '' },
        ],
      },
      { ...step, when: [] },
    ],
  });

  it('puts rows in order and forgets conditions that ask nothing', () => {
    const after = edited(start, { kind: 'check' });
    expect(after.tables[0]?.rows.map(({ from }) => from)).toEqual(['0', '10']);
    expect(after.raises.map(({ when }) => when.length)).toEqual([1, 0]);
    expect(after.name).toBe('one');
  });

  it('takes a row away by its place on the page', () => {
    const remove = { kind: 'remove_row', instrument: 'phq-9', row: 0 } as const;
    expect(edited(start, remove).tables[0]?.rows.map(({ from }) => from)).toEqual(['0']);
    expect(edited(start, { ...remove, instrument: 'k6' }).tables[0]?.rows).toHaveLength(2);
  });

  it('adds a row to one table only', () => {
    const two = body({ tables: [phq9(row('0', '9')), { instrument: 'k6', rows: [] }] });
    const after = edited(two, { kind: 'add_row', instrument: 'phq-9' });
    expect(after.tables.map(({ rows }) => rows.length)).toEqual([2, 0]);
    expect(after.tables[0]?.rows[1]).toMatchObject({ from: '10', to: '27' });
  });

  it('adds a table once, with a row for every score, and takes it away', () => {
    const add = { kind: 'add_table', instrument: 'gad-7' } as const;
    const once = edited(start, add);
    expect(once.tables[1]).toMatchObject({
      instrument: 'gad-7',
      rows: [{ from: '0', to: '21', tier: 'face_to_face' }],
    });
    expect(edited(once, add)).toEqual(once);
    expect(edited(start, { ...add, instrument: 'toString' }).tables).toHaveLength(1);
    const gone = edited(once, { kind: 'remove_table', instrument: 'phq-9' });
    expect(gone.tables.map(({ instrument }) => instrument)).toEqual(['gad-7']);
  });

  it('adds a rule at the end, up to thirty, and takes one away by its place', () => {
    const more = edited(start, { kind: 'add_raise' });
    expect(more.raises.at(-1)).toEqual({ when: [], tier: 'face_to_face', alsoOpen: [] });
    expect(more.raises).toHaveLength(3);
    let full = start;
    for (let i = 0; i < 40; i++) full = edited(full, { kind: 'add_raise' });
    expect(full.raises).toHaveLength(30);
    const less = edited(start, { kind: 'remove_raise', raise: 0 });
    expect(less.raises).toEqual([{ ...step, when: [] }]);
  });
});
