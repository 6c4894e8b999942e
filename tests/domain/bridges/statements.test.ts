import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BARRIER_CODES, type BarrierCode, dimensionOf } from '#lib/domain/bridges/barriers.ts';
import { rankBarriers, topDimension } from '#lib/domain/bridges/rank.ts';
import {
  readSaid,
  STATEMENT_IDS,
  STATEMENTS,
  statementOf,
} from '#lib/domain/bridges/statements.ts';

describe('what a person says of obstacles', () => {
  it('is read as the codes of the statements, in the order of the codebook', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...STATEMENT_IDS), { minLength: 1, maxLength: 3 }),
        (chosen) => {
          const said = readSaid(chosen);
          expect(said.ok && said.value.answer).toBe('given');
          const codes: readonly BarrierCode[] = said.ok ? said.value.codes : [];
          const expected = new Set(chosen.flatMap((id) => STATEMENTS[id]));
          expect(codes).toEqual(BARRIER_CODES.filter((code) => expected.has(code as never)));
        },
      ),
    );
  });

  it.each([
    [[], 'empty'],
    [['stigma', 'fear', 'cost', 'waiting'], 'tooMany'],
    [['none', 'declined'], 'notAlone'],
    [['cost', 'none'], 'notAlone'],
    [['declined', 'stigma'], 'notAlone'],
    [['stigma-public'], 'odd'],
    [['cost', 'something else'], 'odd'],
    [[''], 'odd'],
  ] as const)('%j is told as "%s"', (ticked, error) => {
    expect(readSaid(ticked)).toEqual({ ok: false, error });
  });

  it.each(['none', 'declined'] as const)('"%s" stands alone and names nothing', (answer) => {
    expect(readSaid([answer])).toEqual({ ok: true, value: { answer, codes: [] } });
  });

  it('finds the statement of a code again', () => {
    for (const id of STATEMENT_IDS) {
      for (const code of STATEMENTS[id]) expect(statementOf(code)).toBe(id);
    }
    expect(statementOf('religion')).toBeNull();
  });
});

describe('the rank of obstacles', () => {
  const all = fc.shuffledSubarray(BARRIER_CODES as BarrierCode[]);
  const strength = fc.option(fc.integer({ min: 1, max: 7 }));

  it('begins with conditions where there is an intention, else with feelings and thoughts', () => {
    fc.assert(
      fc.property(all, strength, (chosen, intention) => {
        const ranked = rankBarriers(chosen, intention);
        expect(ranked.toSorted()).toEqual(chosen.toSorted());
        const first = (intention ?? 0) >= 5 ? ['structural'] : ['psychological', 'cognitive'];
        const place = (code: BarrierCode) =>
          (first.includes(dimensionOf(code)) ? 0 : 100) + BARRIER_CODES.indexOf(code);
        expect(ranked).toEqual(chosen.toSorted((a, b) => place(a) - place(b)));
      }),
    );
  });

  it('turns at 5 of 7, and an intention that was not stated is none', () => {
    const chosen = ['cost', 'not-ill', 'face'] as const;
    expect(rankBarriers(chosen, 5)).toEqual(['cost', 'not-ill', 'face']);
    expect(rankBarriers(chosen, 4)).toEqual(['not-ill', 'face', 'cost']);
    expect(rankBarriers(chosen, null)).toEqual(['not-ill', 'face', 'cost']);
    expect(topDimension(chosen, 7)).toBe('structural');
    expect(topDimension(chosen, 1)).toBe('cognitive');
    expect(topDimension([], 7)).toBeNull();
  });
});
