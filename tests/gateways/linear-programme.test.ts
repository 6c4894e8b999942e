import { describe, expect, it } from 'vitest';
import { loadSolver } from '#lib/gateways/linear-programme.ts';

const INFINITY = Number.POSITIVE_INFINITY;

describe('loadSolver', () => {
  it('finds both ends of a range, with a solution and with what holds it', async () => {
    const withSolver = await loadSolver();
    const problem = {
      variables: [
        { lower: 0, upper: 100 },
        { lower: 0, upper: 100 },
      ],
      constraints: [
        { terms: [[0, 1] as const, [1, 1] as const], lower: 28, upper: 32 },
        { terms: [[0, 1] as const, [1, -1] as const], lower: 0, upper: INFINITY },
      ],
    };
    const [low, high] = withSolver(problem, (solve) => [
      solve('minimise', [[1, 1]]),
      solve('maximise', [[1, 1]]),
    ]);
    expect(low?.value).toBeCloseTo(0);
    expect(high?.value).toBeCloseTo(16);
    expect(high?.point[0]).toBeCloseTo(16);
    expect(Math.abs(high?.constraintDuals[0] ?? 0)).toBeCloseTo(0.5);
    expect(low?.constraintDuals[0]).toBeCloseTo(0);
  });

  it('throws when there is no solution, and works again after', async () => {
    const withSolver = await loadSolver();
    const bad = {
      variables: [{ lower: 0, upper: 1 }],
      constraints: [{ terms: [[0, 1] as const], lower: 5, upper: 6 }],
    };
    expect(() => withSolver(bad, (solve) => solve('minimise', [[0, 1]]))).toThrow();
    const good = { variables: [{ lower: 3, upper: 4 }], constraints: [] };
    expect(withSolver(good, (solve) => solve('maximise', [[0, 2]]).value)).toBeCloseTo(8);
  });
});
