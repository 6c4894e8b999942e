import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hazardLogSchema } from '#lib/domain/safety/hazard.ts';
import log from '#lib/domain/safety/hazards.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { hazards } = hazardLogSchema.parse(log);

describe('every hazard is closed by evidence', () => {
  test.each(hazards.map((hazard) => [hazard.id, hazard] as const))(
    '%s names tests that exist',
    (_id, hazard) => {
      expect(hazard.tests.filter((file) => !existsSync(root + file))).toEqual([]);
    },
  );

  test('hazards are numbered without a gap, so that none is dropped in silence', () => {
    const expected = hazards.map((_, i) => `H-${String(i + 1).padStart(2, '0')}`);
    expect(hazards.map(({ id }) => id)).toEqual(expected);
  });

  test('what remains after the control is said for each', () => {
    for (const { residual } of hazards) expect(residual.why.length).toBeGreaterThan(20);
  });
});

test('a hazard without a test is refused', () => {
  const [first, ...rest] = log.hazards;
  const without = { ...log, hazards: [{ ...first, tests: [] }, ...rest] };
  expect(hazardLogSchema.safeParse(without).success).toBe(false);
});
