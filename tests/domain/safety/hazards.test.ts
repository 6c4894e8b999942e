import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hazardLogSchema } from '#lib/domain/safety/hazard.ts';
import log from '#lib/domain/safety/hazards.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { hazards } = hazardLogSchema.parse(log);

/** Folders and endings that a runner looks into (tests/vitest.config.ts, tests/e2e/playwright.config.ts). */
const RUN =
  /^tests\/((domain|rules|gateways|i18n|store|usecases|run)\/.*\.test\.tsx?|e2e\/[\w-]+\.spec\.ts)$/;
const IDLE = /\b(test|it|describe)\.(skip|todo|fixme|only|skipIf|runIf|fails?)\b/;

/** Why a named test proves nothing; null where it runs. */
function faultOf(named: string): string | null {
  const [file = '', title] = named.split(' › ');
  if (!existsSync(root + file)) return `${named}: there is no such file`;
  if (file.endsWith('.config.json')) return null;
  if (!RUN.test(file)) return `${named}: no runner looks there`;
  const text = readFileSync(root + file, 'utf8');
  if (IDLE.test(text)) return `${named}: tests are left out there`;
  return title && !text.includes(title) ? `${named}: there is no such test` : null;
}

describe('every hazard is closed by evidence', () => {
  test.each(hazards.map((hazard) => [hazard.id, hazard] as const))(
    '%s names tests that exist and run',
    (_id, hazard) => {
      expect(hazard.tests.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
    },
  );

  test('a file, a title or a folder that does not exist is found', () => {
    const [floor = ''] = hazards[0]?.tests ?? [];
    expect(faultOf(floor)).toBeNull();
    expect(faultOf('tests/domain/routing/flor.test.ts')).toContain('no such file');
    expect(faultOf(`${floor} › removes itself`)).toContain('no such test');
    expect(faultOf('tests/support/database.ts')).toContain('no runner');
  });

  test('hazards are numbered upwards without a gap, so that none is dropped in silence', () => {
    const numbers = hazards.map(({ id }) => Number(id.slice(2)));
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
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
