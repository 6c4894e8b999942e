import { describe, expect, it } from 'vitest';
import type { Reason } from '#lib/domain/community/codes.ts';
import {
  type Act,
  advance,
  DECISIONS,
  type Decision,
  enter,
  offeredDecisions,
  type Post,
  underDecision,
  visibleText,
  waitsFor,
} from '#lib/domain/community/post.ts';

const WHY: Reason = 'method';
const decide = (decision: Decision, seen: number): Act<number> => ({
  act: 'decide',
  decision,
  seen,
  reason: decision === 'show' ? null : WHY,
});

describe('the ways of one post', () => {
  const through = (post: Post<number>, ...acts: Act<number>[]) =>
    acts.reduce((now, act) => {
      const next = advance(now, act);
      if (!next.ok) throw new Error(next.error);
      return next.value;
    }, post);

  it('held → shown → reported → hidden → appealed → shown', () => {
    let post = through(enter(1), decide('show', 1));
    expect(visibleText(post)).toBe(1);
    post = through(post, { act: 'report' });
    expect(visibleText(post)).toBeNull();
    post = through(post, decide('hide', 1));
    expect(post).toMatchObject({ state: 'hidden', reason: WHY });
    post = through(post, { act: 'appeal' });
    expect(waitsFor(post)).toBe('appeal');
    post = through(post, decide('show', 1));
    expect(post).toMatchObject({ state: 'shown', reason: null });
  });

  it('an appeal ends it where it is hidden once more', () => {
    const post = through(enter(1), decide('hide', 1), { act: 'appeal' }, decide('hide', 1));
    expect(post.state).toBe('kept_hidden');
    expect(advance(post, { act: 'appeal' })).toEqual({ ok: false, error: 'settled' });
  });

  it('an edit that is not shown leaves what is, and says why', () => {
    const post = through(enter(1), decide('show', 1), { act: 'edit', text: 2 }, decide('ask', 2));
    expect(post).toEqual({ state: 'shown', text: 1, pending: null, reason: WHY });
  });

  it('an edit of a reported post waits until the report is decided, and is never shown with it', () => {
    const acts: Act<number>[] = [decide('show', 1), { act: 'report' }, { act: 'edit', text: 2 }];
    const post = through(enter(1), ...acts);
    expect(waitsFor(post)).toBe('report');
    expect(underDecision(post)).toBe(1);
    const again = through(post, decide('show', 1));
    expect(visibleText(again)).toBe(1);
    expect(waitsFor(again)).toBe('edit');
    expect(through(post, decide('hide', 1)).pending).toBeNull();
  });

  it('a report and an appeal are shown or hidden, nothing between', () => {
    expect(offeredDecisions('report')).toEqual(['show', 'hide']);
    expect(offeredDecisions('appeal')).toEqual(['show', 'hide']);
    expect(offeredDecisions('held')).toEqual(DECISIONS);
    const reported = through(enter(1), decide('show', 1), { act: 'report' });
    expect(advance(reported, decide('ask', 1))).toEqual({ ok: false, error: 'not_offered' });
  });
});
