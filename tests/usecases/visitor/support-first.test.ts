import { describe, expect, it } from 'vitest';
import { type Asked, askedIn } from '#app/_request/check/asked.ts';
import { beforeResult, type InCheck, withAnswer } from '#app/_request/check/check-steps.ts';
import type { Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import type { ItemAnswer } from '#lib/domain/screening/answers.ts';
import type { Support } from '#lib/usecases/context.ts';
import { emptyCheck, startCheck } from '#lib/usecases/visitor/check/start-check.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf } from '../staff/people.ts';
import { answered, visit } from './visit.ts';

const test = testDatabase();

function session(
  answers: readonly (ItemAnswer | null)[],
  done: boolean,
  support: Support,
): InCheck {
  const items = Array.from({ length: 9 }, (_, i) => answers[i] ?? null);
  return {
    ...{ sid: 's', pathwayId: 'p' as PathwayId, shared: false, until: 0 as Instant, support },
    ...{ code: null, codeEnd: null, recordKey: null },
    check: { ...emptyCheck('mood'), items, difficulty: done ? 0 : null, done },
  };
}
const change = (from: InCheck, n: number, answer: ItemAnswer) =>
  withAnswer(from, askedIn(from.check, 'en')[n - 1] as Asked, answer);
const ALL: readonly ItemAnswer[] = [0, 0, 0, 0, 0, 0, 0, 0, 0];

describe('what comes before a result', () => {
  it('is the first open question, then the support page while it is due, then nothing', () => {
    expect(beforeResult(session([0, 1], false, 'no'), 'en')).toEqual({ go: '/check/3' });
    expect(beforeResult(session(ALL, true, 'due'), 'en')).toEqual({ go: '/check/support' });
    expect(beforeResult(session(ALL, true, 'shown'), 'en')).toBeNull();
    const back = { ...session(ALL, true, 'due'), check: null };
    expect(beforeResult(back, 'en')).toEqual({ go: '/check/support' });
  });

  it('is saving, once an answer was changed: old result and new answers are never shown together', () => {
    const changed = change(session(ALL, true, 'no'), 9, 2);
    expect(changed.check.done).toBe(false);
    expect(beforeResult(changed, 'en')).toEqual({ go: '/check/answers' });
    expect(change(session(ALL, true, 'shown'), 9, 0)).toEqual(session(ALL, true, 'shown'));
  });

  it('is the support page again after another answer to question 9, or after any change of a result', () => {
    expect(change(session(ALL.with(8, 'declined'), false, 'shown'), 9, 3).support).toBe('no');
    expect(change(session(ALL, true, 'shown'), 1, 3).support).toBe('no');
    expect(change(session([...ALL.slice(0, 8), 1], false, 'shown'), 10, 3).support).toBe('shown');
  });
});

describe('the form of "Before you start"', () => {
  it('sent again is the same pathway, until that has gone on: an old form opens no result', async () => {
    const form = { ...contextOf(test.db), key: 'an old form' };
    const begun = await startCheck(form, 'mood', null);
    expect((await startCheck(form, 'mood', null))?.pathwayId).toBe(begun?.pathwayId);
    const other = await visit(test.db);
    const own = { ...other.session, pathwayId: begun?.pathwayId ?? ('' as PathwayId) };
    await submitScreening(other.post(undefined, own), answered(other, ALL));
    expect(await startCheck(form, 'mood', null)).toBeNull();
  });
});
