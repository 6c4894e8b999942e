import { expect, it } from 'vitest';
import { draftBody } from '#lib/domain/routing/draft/draft.ts';
import { listUnusedSources } from '#lib/domain/routing/draft/sources.ts';
import { PRESETS } from '#lib/domain/routing/presets.ts';

const bodyOf = (id: string) => {
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(id);
  return draftBody(preset.policy);
};

it('every source of a policy that is shipped belongs to a row of it', () => {
  for (const { id } of PRESETS) {
    const body = bodyOf(id);
    expect(body.source).toMatch(/PHQ-9 \d+[,:]/);
    expect(listUnusedSources(body), id).toEqual([]);
  }
});

it('a cut-off that was moved leaves its source behind, and a removed table leaves all of its own', () => {
  const body = bodyOf('review-default');
  const moved = body.tables.map((table) =>
    table.instrument === 'phq-9'
      ? {
          ...table,
          rows: table.rows.map((row) => (row.from === '10' ? { ...row, from: '９' } : row)),
        }
      : table,
  );
  expect(listUnusedSources({ ...body, tables: moved })).toEqual([
    { instrument: 'phq-9', from: 10 },
  ]);
  const fewer = body.tables.filter(({ instrument }) => instrument !== 'k10');
  expect(listUnusedSources({ ...body, tables: fewer })).toEqual([
    { instrument: 'k10', from: 20 },
    { instrument: 'k10', from: 25 },
  ]);
});

it('a source is named by its form and its score, in either script and however often', () => {
  const tables = bodyOf('conservative').tables;
  const unused = (source: string) => listUnusedSources({ source, tables });
  expect(unused('PHQ-9 5: one. phq-9 12，GAD-7 7：two. PHQ-9 12: three.')).toEqual([
    { instrument: 'phq-9', from: 12 },
    { instrument: 'gad-7', from: 7 },
  ]);
  expect(unused('Our own audit of 2024; PHQ-9 12 of 27 people. SPHQ-9 12: no form.')).toEqual([]);
});
