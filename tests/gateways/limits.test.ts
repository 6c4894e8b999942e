import { describe, expect, it } from 'vitest';
import { shareOf } from '#lib/gateways/limits.ts';

describe('the share of a limit that one web process counts', () => {
  it.each([
    ['is the whole of it where there is one', 30, 1, 30],
    ['is divided over a few', 60, 4, 15],
    ['still lets one person try ten times where there are many', 30, 16, 10],
    ['is never more than the whole', 5, 16, 5],
  ])('%s', (_, most, webProcesses, share) => {
    expect(shareOf(most, { webProcesses, limitFactor: 1 })).toBe(share);
  });

  it('grows with the factor of a service whose visitors share one address', () => {
    expect(shareOf(30, { webProcesses: 16, limitFactor: 100 })).toBe(188);
  });
});
