import { describe, expect, test } from 'vitest';
import {
  type Decision,
  mayDecide,
  mayPublish,
  mayWithdraw,
  type Review,
  stateOf,
} from '#lib/domain/routing/review/approval.ts';

const review = (part: Partial<Review> = {}): Review => ({
  hash: 'v',
  hands: ['ada', 'ben'],
  decisions: [],
  published: false,
  ...part,
});
const nothing = { live: null, latest: null };

describe('the state of a version', () => {
  test.each([
    [[], 'proposed'],
    [['approved'], 'approved'],
    [['returned'], 'returned'],
    [['approved', 'withdrawn'], 'withdrawn'],
  ] as [Decision[], string][])('after %j is %s', (decisions, state) => {
    expect(stateOf(review({ decisions }), nothing)).toBe(state);
  });

  test('is live, scheduled or retired once it is published', () => {
    const one = review({ decisions: ['approved'], published: true });
    expect(stateOf(one, { live: 'v', latest: 'v' })).toBe('live');
    expect(stateOf(one, { live: 'v', latest: 'w' })).toBe('live');
    expect(stateOf(one, { live: 'w', latest: 'v' })).toBe('scheduled');
    expect(stateOf(one, { live: 'w', latest: 'w' })).toBe('retired');
  });
});

describe('a decision', () => {
  test('is for somebody without a hand in it, while it is proposed', () => {
    expect(mayDecide(review(), 'proposed', 'cy')).toBe('yes');
    expect(mayDecide(review(), 'proposed', 'ada')).toBe('own');
    expect(mayDecide(review(), 'proposed', 'ben')).toBe('own');
    expect(mayDecide(review(), 'approved', 'ben')).toBe('own');
    for (const state of ['approved', 'returned', 'withdrawn', 'scheduled', 'live'] as const) {
      expect(mayDecide(review(), state, 'cy')).toBe('decided');
    }
  });

  test('is taken back by whoever had a hand in it, until it is published', () => {
    expect(mayWithdraw(review(), 'proposed', 'ada')).toBe(true);
    expect(mayWithdraw(review(), 'approved', 'ben')).toBe(true);
    expect(mayWithdraw(review(), 'approved', 'cy')).toBe(false);
    for (const state of ['returned', 'withdrawn', 'scheduled', 'live', 'retired'] as const) {
      expect(mayWithdraw(review(), state, 'ada')).toBe(false);
    }
  });
});

test('only an approved version is published, beside the one it was compared with', () => {
  const published = { live: 'a', latest: 'b' };
  expect(mayPublish('approved', 'b', published)).toBe('yes');
  expect(mayPublish('approved', 'a', published)).toBe('moved');
  expect(mayPublish('approved', null, published)).toBe('moved');
  expect(mayPublish('approved', null, nothing)).toBe('yes');
  for (const state of ['proposed', 'returned', 'withdrawn', 'scheduled', 'live'] as const) {
    expect(mayPublish(state, 'b', published)).toBe('not_approved');
  }
});
