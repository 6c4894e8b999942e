import { describe, expect, it } from 'vitest';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { BARRIER_CODES, BARRIERS, DIMENSIONS, dimensionOf } from '#lib/domain/bridges/barriers.ts';
import { TARGETS } from '#lib/domain/bridges/bridge.ts';
import { BRIDGE_IDS, BRIDGES, isAbout } from '#lib/domain/bridges/bridges.ts';
import { FINDINGS } from '#lib/domain/bridges/evidence.ts';
import { OFFERED_CODES, STATEMENT_IDS, STATEMENTS } from '#lib/domain/bridges/statements.ts';
import { TECHNIQUES } from '#lib/domain/bridges/techniques.ts';

describe('the codebook of obstacles', () => {
  it('holds the codes of the five dimensions, in the order of the review', () => {
    const counts = DIMENSIONS.map(
      (dimension) => BARRIER_CODES.filter((code) => dimensionOf(code) === dimension).length,
    );
    expect(counts).toEqual([7, 7, 6, 7, 6]);
    const order = BARRIER_CODES.map((code) => DIMENSIONS.indexOf(dimensionOf(code)));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('lets the people around a person count in both layers, and nothing else', () => {
    const both = BARRIER_CODES.filter((code) => BARRIERS[code].layers.length === 2);
    expect(both).toEqual(['support-enough', 'religion']);
    for (const code of BARRIER_CODES) {
      const { dimension, layers, levels } = BARRIERS[code];
      const isOutside = dimension === 'structural' || dimension === 'digital';
      expect(layers.includes('moderating' as never), code).toBe(isOutside || both.includes(code));
      expect(levels.includes('core' as never), code).toBe(dimension === 'psychological');
    }
  });

  it('has 12 statements, each for codes of one dimension, and no code in two', () => {
    expect(STATEMENT_IDS).toHaveLength(12);
    const codes = STATEMENT_IDS.flatMap((id) => STATEMENTS[id]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(OFFERED_CODES.toSorted()).toEqual(codes.toSorted());
    for (const id of STATEMENT_IDS)
      expect(new Set(STATEMENTS[id].map(dimensionOf)).size, id).toBe(1);
    expect(new Set(OFFERED_CODES.map(dimensionOf))).toEqual(new Set(DIMENSIONS));
  });
});

describe('the ideas', () => {
  it('are at least two for every code that is asked about', () => {
    for (const code of OFFERED_CODES) {
      const own = BRIDGES.filter((one) => one.population === 'general' && isAbout(one, code));
      expect(own.length, code).toBeGreaterThanOrEqual(2);
    }
    for (const target of TARGETS) expect(BRIDGES.some((one) => one.target === target)).toBe(true);
  });

  it('have a name of their own that a step can hold', () => {
    expect(new Set(BRIDGE_IDS).size).toBe(BRIDGE_IDS.length);
    for (const id of BRIDGE_IDS) expect(id).toMatch(CODE);
  });

  it('rest on known techniques and findings, and use all of them', () => {
    expect(new Set(BRIDGES.flatMap(({ techniques }) => techniques))).toEqual(
      new Set(Object.keys(TECHNIQUES)),
    );
    expect(new Set(BRIDGES.map(({ evidence }) => evidence.finding))).toEqual(
      new Set(Object.keys(FINDINGS)),
    );
  });

  it('claim nothing from a source that names no trial, and a story is never told as a fact', () => {
    const NO_TRIAL = ['stigma', 'family', 'support', 'online', 'trust', 'staff'];
    for (const { id, evidence, techniques, format } of BRIDGES) {
      expect(evidence.grade === 'gap', id).toBe(NO_TRIAL.includes(evidence.finding));
      expect(
        techniques.some((one) => one === '6.1'),
        id,
      ).toBe(format === 'story');
    }
  });

  it('name the day of their review, or await it', () => {
    for (const { id, reviewedOn } of BRIDGES) {
      if (reviewedOn !== null) expect(dayFromIso(reviewedOn), id).not.toBeNull();
    }
  });
});
