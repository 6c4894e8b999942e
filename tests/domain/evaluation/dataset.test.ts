import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { CODEBOOK_COLUMNS, codebookRows, rowOf } from '#lib/domain/evaluation/dataset.ts';
import { isoWeek } from '#lib/domain/evaluation/iso-week.ts';
import { PATHWAYS_FILE } from '#lib/domain/evaluation/pathways-file.ts';
import { pseudonymOf } from '#lib/domain/evaluation/pseudonym.ts';
import { exportedSteps, TRANSITIONS_FILE } from '#lib/domain/evaluation/transitions-file.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { FIRST_CHECK, SECOND_CHECK } from '../pathway/golden.ts';
import { histories } from '../pathway/histories.ts';

const named = { pid: 'pabc', startWeek: '2026-W47' };
const columnsOf = (file: { readonly columns: readonly { readonly name: string }[] }) =>
  file.columns.map(({ name }) => name);

/** What the research consent does not list, under any name it has inside. */
const NOT_CONSENTED =
  /item_?9|crisis|difficulty|symptom|missing|reason|trigger|locale|service_?id|hours|date|uuid|text/i;

describe('the row-level files', () => {
  it('have no column for what the research consent does not list', () => {
    for (const file of [TRANSITIONS_FILE, PATHWAYS_FILE]) {
      const names = columnsOf(file);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(name).not.toMatch(NOT_CONSENTED);
      }
    }
  });

  it('hold no value of a field that is left out', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const steps = exportedSteps(history);
        expect(steps.map(({ seq }) => seq)).toEqual(steps.map((_step, i) => i + 1));
        const cells = steps.flatMap((transition) =>
          rowOf(TRANSITIONS_FILE, { ...named, transition }),
        );
        for (const secret of ['item9', 'safety.shown', 'crisis_floor', 'en', 'zh-hant', '73+']) {
          expect(cells).not.toContain(secret);
        }
        for (const transition of history) {
          if ('serviceId' in transition.payload) {
            expect(cells).not.toContain(transition.payload.serviceId);
          }
        }
      }),
    );
  });
});

describe('the rows of a file', () => {
  it('write a step with nothing in its payload as a row of its own', () => {
    const [consent, started, completed, offered] = FIRST_CHECK.map((transition) =>
      rowOf(TRANSITIONS_FILE, { ...named, transition }),
    );
    const head = (row: typeof consent) => row?.slice(0, 6);
    expect(head(consent)).toEqual(['pabc', '2026-W47', 1, 1, 'consent.set', 'user']);
    expect(head(started)).toEqual(['pabc', '2026-W47', 2, 1, 'screening.started', 'user']);
    const names = columnsOf(TRANSITIONS_FILE);
    const at = (row: typeof consent, name: string) => row?.[names.indexOf(name)];
    expect([at(completed, 'total'), at(completed, 'band'), at(completed, 'tier')]).toEqual([
      8,
      'mild',
      null,
    ]);
    expect([at(offered, 'tier'), at(offered, 'occasion')]).toEqual(['community', 0]);
  });

  it('write a pathway as its folded row', () => {
    const row = derive([...FIRST_CHECK, ...SECOND_CHECK]);
    const cells = rowOf(PATHWAYS_FILE, { ...named, row });
    const record = Object.fromEntries(columnsOf(PATHWAYS_FILE).map((name, i) => [name, cells[i]]));
    expect(record).toMatchObject({
      pid: 'pabc',
      total: null,
      first_tier: 'community',
      tier_offered: 'face_to_face',
      intention_before: 3,
      intention_after: 6,
      engaged_day: 3,
      referral_day: null,
    });
  });

  it('are described in full, column by column, in the codebook', () => {
    const rows = codebookRows([TRANSITIONS_FILE, PATHWAYS_FILE]);
    expect(rows).toHaveLength(TRANSITIONS_FILE.columns.length + PATHWAYS_FILE.columns.length);
    for (const row of rows) {
      expect(row).toHaveLength(CODEBOOK_COLUMNS.length);
      for (const cell of row) expect(cell).not.toBe('');
    }
  });
});

describe('isoWeek', () => {
  const dayFrom = (date: string) => (Date.parse(`${date}T00:00:00Z`) / 86_400_000) as Day;

  it.each([
    // ISO 8601: week 1 has the first Thursday of the year.
    ['1970-01-01', '1970-W01'],
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-28', '2008-W52'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
    ['2020-12-31', '2020-W53'],
    ['2024-02-29', '2024-W09'],
    ['2026-11-23', '2026-W48'],
  ])('of %s is %s', (date, week) => {
    expect(isoWeek(dayFrom(date))).toBe(week);
  });

  it('is the same from Monday to Sunday and changes on Monday', () => {
    const monday = dayFrom('2019-12-30');
    for (let week = 0; week < 600; week++) {
      const days = Array.from({ length: 7 }, (_, i) => isoWeek((monday + 7 * week + i) as Day));
      expect(new Set(days).size).toBe(1);
      expect(isoWeek((monday + 7 * week + 7) as Day)).not.toBe(days[0]);
    }
  });
});

describe('pseudonymOf', () => {
  it('is a letter and 15 symbols, from 75 of the bits', () => {
    expect(pseudonymOf(new Uint8Array(32))).toBe(`p${'a'.repeat(15)}`);
    expect(pseudonymOf(Uint8Array.from({ length: 32 }, (_, i) => i * 37))).toMatch(
      /^p[a-z2-7]{15}$/,
    );
    expect(() => pseudonymOf(new Uint8Array(8))).toThrow();
  });
});
