import { beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { askForGuidance } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { showPersonCard } from '#lib/usecases/visitor/place/show-person-card.ts';
import { takePersonCard } from '#lib/usecases/visitor/place/take-person-card.ts';
import { testDatabase } from '../../support/database.ts';
import { hire } from '../staff/people.ts';
import { visitWithResult } from './visit.ts';

const test = testDatabase();
beforeAll(async () => {
  await hire(test.db, ['guide']);
});

/** Somebody to whom a visit was offered and who writes to a guide on these days. */
async function writing(...days: readonly number[]) {
  const visitor = await visitWithResult(test.db, [2, 2, 2, 2, 1, 1, 1, 1, 0]);
  await chooseStep(visitor.post(), 'guidance');
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const { today } = visitor.post();
  const post = (day: number, key?: string) => ({
    ...visitor.post(key, issued.value),
    today: (today + day) as Day,
  });
  const write = async (day: number) => {
    const sent = await askForGuidance(post(day), { text: 'A few words.', share: false });
    expect(sent.ok).toBe(true);
  };
  for (const day of days) await write(day);
  const ideas = async () =>
    (
      await test.owner.query(
        `SELECT day, step, origin, payload FROM subject.transition
         WHERE pathway_id = $1 AND step LIKE 'bridge.%' ORDER BY seq`,
        [issued.value.pathwayId],
      )
    ).rows;
  return { post, write, ideas };
}

const PAYLOAD = {
  ...{ bridge: 'one-step-with-a-person', version: 1, dimension: 'digital', barrier: null },
};

describe('the card that leads back to a person', () => {
  it('comes after two days of help without a name, is recorded once, and is silent after its day', async () => {
    const { post, write, ideas } = await writing(2);
    expect(await showPersonCard(post(3))).toBe(false);
    await write(4);
    const looks = await Promise.all([5, 5, 5].map((day) => showPersonCard(post(day))));
    expect(looks).toEqual([true, true, true]);
    expect(await ideas()).toEqual([
      { day: 5, step: 'bridge.shown', origin: 'system', payload: PAYLOAD },
    ]);
    expect(await showPersonCard(post(6))).toBe(false);
    await write(7);
    await write(9);
    expect(await showPersonCard(post(10))).toBe(true);
    expect(await ideas()).toHaveLength(2);
  });

  it('taken, is the first thing that somebody did of it', async () => {
    const { post, ideas } = await writing(2, 4);
    await showPersonCard(post(5));
    for (const _ of [1, 2]) expect(await takePersonCard(post(5, 'one form'))).toBe('kept');
    expect((await ideas()).slice(1)).toEqual([
      { day: 5, step: 'bridge.used', origin: 'user', payload: PAYLOAD },
    ]);
  });

  it('is nobody’s whose steps are deleted', async () => {
    const { post } = await writing(2, 4);
    await eraseEverything(post(5));
    expect(await showPersonCard(post(5))).toBe(false);
    expect(await takePersonCard(post(5))).toBe('gone');
  });
});
