import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { ITEM_KINDS } from '#lib/domain/community/post.ts';
import { isStalled, type Made, needsBreak, priorityOf } from '#lib/domain/community/queue.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-23T09:00:00Z') as Instant;
const ago = (ms: number) => (NOW - ms) as Instant;

describe('what comes first', () => {
  it('is risk, whatever kind it is, and what somebody worries about', () => {
    for (const kind of ITEM_KINDS) {
      expect(priorityOf(kind, 'explicit')).toBe(0);
      expect(priorityOf(kind, 'implicit')).toBe(1);
    }
    expect(priorityOf('report', 'none', ['unkind', 'danger'])).toBe(0);
  });

  it('is then a report, then everything else', () => {
    expect(priorityOf('report', 'none', ['unkind'])).toBe(1);
    expect(priorityOf('held', 'none')).toBe(2);
    expect(priorityOf('edit', 'none')).toBe(2);
    expect(priorityOf('appeal', 'none')).toBe(2);
  });
});

describe('the group is stalled', () => {
  it('where something waited for 12 hours and nothing was decided in them', () => {
    const waits = { oldest: ago(12 * HOUR) };
    expect(isStalled(NOW, { ...waits, lastDecision: null })).toBe(true);
    expect(isStalled(NOW, { ...waits, lastDecision: ago(12 * HOUR) })).toBe(true);
    expect(isStalled(NOW, { ...waits, lastDecision: ago(12 * HOUR - 1) })).toBe(false);
    expect(isStalled(NOW, { oldest: ago(12 * HOUR - 1), lastDecision: null })).toBe(false);
  });

  it('never where nothing waits', () => {
    expect(isStalled(NOW, { oldest: null, lastDecision: null })).toBe(false);
    expect(isStalled(NOW, { oldest: null, lastDecision: ago(99 * HOUR) })).toBe(false);
  });
});

describe('a break is due', () => {
  const run = (minutes: readonly number[], hard = false): Made[] =>
    minutes.map((m) => ({ at: ago(m * MINUTE), hard }));

  it('after two hours without a rest of a quarter of an hour', () => {
    const steady = Array.from({ length: 13 }, (_, i) => 120 - i * 10);
    expect(needsBreak(run(steady), NOW)).toBe(true);
    expect(needsBreak(run(steady.slice(1)), NOW)).toBe(false);
  });

  it('after ten hard ones', () => {
    const ten = run([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], true);
    expect(needsBreak(ten, NOW)).toBe(true);
    expect(needsBreak(ten.slice(1), NOW)).toBe(false);
  });

  it('not once a rest was taken', () => {
    const before = run(Array.from({ length: 13 }, (_, i) => 200 - i * 10));
    expect(needsBreak([...before, ...run([60, 50])], NOW)).toBe(false);
    expect(needsBreak(run([16], true), NOW)).toBe(false);
    expect(needsBreak([], NOW)).toBe(false);
  });

  it('never by what somebody did before their last rest', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 480 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        minutes,
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (all, hard) => {
          const made = all
            .toSorted((a, b) => b - a)
            .map((m, i): Made => ({ at: ago(m * MINUTE), hard: hard[i] ?? false }));
          const rest = made.findLastIndex(
            ({ at }, i) => at - (made[i - 1]?.at ?? -Infinity) >= 15 * MINUTE,
          );
          expect(needsBreak(made, NOW)).toBe(needsBreak(made.slice(Math.max(0, rest)), NOW));
        },
      ),
    );
  });
});
