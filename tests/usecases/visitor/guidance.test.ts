import { describe, expect, it } from 'vitest';
import { actKey } from '#app/_request/form/form-token.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { findThreadOf, markThreadClosed } from '#lib/store/threads.ts';
import { openThread } from '#lib/usecases/guide/open-thread.ts';
import { submitScreening } from '#lib/usecases/visitor/check/submit-screening.ts';
import { chooseStep } from '#lib/usecases/visitor/next/choose-step.ts';
import { declineStep } from '#lib/usecases/visitor/next/decline-step.ts';
import { askForGuidance } from '#lib/usecases/visitor/place/ask-for-guidance.ts';
import { eraseEverything } from '#lib/usecases/visitor/place/erase-everything.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { readGuidance } from '#lib/usecases/visitor/place/read-guidance.ts';
import { viewMyData } from '#lib/usecases/visitor/place/view-my-data.ts';
import { viewMyPlace } from '#lib/usecases/visitor/place/view-my-place.ts';
import { testDatabase } from '../../support/database.ts';
import { answer } from '../../support/guiding.ts';
import { hire, staffContextOf } from '../staff/people.ts';
import { answered, visitWithResult } from './visit.ts';

const test = testDatabase();
const TEXT = '我唔知點開口。 I do not know how to begin.';

async function withCode() {
  const visitor = await visitWithResult(test.db, [1, 1, 1, 1, 1, 1, 0, 0, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error('no code');
  return { visitor, session: issued.value };
}

describe('guidance by message', () => {
  it('is refused while no guide is active, and without a return code', async () => {
    const { visitor, session } = await withCode();
    const input = { text: TEXT, share: false };
    expect(await askForGuidance(visitor.post(), input)).toEqual({ ok: false, error: 'no_code' });
    const asked = await askForGuidance(visitor.post(undefined, session), input);
    expect(asked).toEqual({ ok: false, error: 'closed' });
  });

  it('goes to a guide and comes back, readable with the code alone', async () => {
    const guide = await hire(test.db, ['guide']);
    const { visitor, session } = await withCode();
    const key = 'one form, sent twice';
    for (const _ of [1, 2]) {
      const sent = await askForGuidance(visitor.post(key, session), { text: TEXT, share: true });
      expect(sent.ok).toBe(true);
    }
    const thread = await findThreadOf(test.db, visitor.session.pathwayId);
    expect(thread).toMatchObject({ locale: 'en', band: 'mild', state: 'open' });
    expect(thread?.promisedAt).not.toBeNull();
    const id = thread?.id ?? ('' as never);
    const opened = await openThread(staffContextOf(test.db, guide, 'inbox:read'), id);
    expect(JSON.stringify(opened)).toContain(TEXT);
    await answer(test.db, guide, { id, text: 'Start with one word.', seen: 1 });

    const own = await readGuidance(visitor.post(undefined, session), true);
    expect(own?.messages).toMatchObject([
      { from: 'visitor', text: TEXT, step: null },
      { from: 'staff', text: 'Start with one word.', step: { kind: 'plan' }, taken: false },
    ]);
    const steps = await listTransitions(test.db, visitor.session.pathwayId);
    const kinds = steps.map((t) => t.step).filter((s) => s.startsWith('guidance'));
    expect(kinds).toEqual(['guidance.requested', 'guidance.answered', 'guidance.read']);
    const stored = await test.owner.query(
      "SELECT encode(sealed, 'escape') AS sealed FROM subject.message",
    );
    expect(JSON.stringify(stored.rows)).not.toContain('begin');
  });

  it('loses no message that was changed and sent once more from the same form', async () => {
    const { visitor, session } = await withCode();
    const texts = ['first words', 'first words, and more', 'first words'];
    for (const text of texts) {
      const post = visitor.post(undefined, session);
      const key = actKey(post.secrets, 'one form', { text });
      await askForGuidance({ ...post, key }, { text, share: false });
    }
    const own = await readGuidance(visitor.post(undefined, session), false);
    expect(own?.messages.map((m) => m.text)).toEqual(texts.slice(0, 2));
  });

  it('puts a thread that was closed back before the guides when the person writes again', async () => {
    const guide = await hire(test.db, ['guide']);
    const { visitor, session } = await withCode();
    const write = (text: string) =>
      askForGuidance(visitor.post(undefined, session), { text, share: false });
    await write('one');
    const thread = await findThreadOf(test.db, visitor.session.pathwayId);
    const id = thread?.id ?? ('' as never);
    await answer(test.db, guide, { id, text: 'two', seen: 1 });
    await markThreadClosed(test.db, id, visitor.post().today);
    expect((await write('three')).ok).toBe(true);
    expect(await findThreadOf(test.db, visitor.session.pathwayId)).toMatchObject({
      id,
      state: 'open',
    });
  });

  it('tells a guide the tier and the shared band of the latest check, not of the first', async () => {
    const { visitor, session } = await withCode();
    const own = () => findThreadOf(test.db, visitor.session.pathwayId);
    const write = (text: string, share: boolean) =>
      askForGuidance(visitor.post(undefined, session), { text, share });
    await chooseStep(visitor.post(), 'guidance');
    await write('before', true);
    expect(await own()).toMatchObject({ tier: 'guidance', band: 'mild' });
    await submitScreening(visitor.post(), answered(visitor, [3, 3, 3, 3, 3, 3, 3, 3, 1]));
    await write('after', false);
    expect(await own()).toMatchObject({ tier: 'face_to_face', band: 'severe' });
  });

  it('never shares the band of a later check where the first was not shared', async () => {
    const { visitor, session } = await withCode();
    for (const text of ['one', 'two']) {
      await askForGuidance(visitor.post(undefined, session), { text, share: false });
    }
    expect((await findThreadOf(test.db, visitor.session.pathwayId))?.band).toBeNull();
  });

  it('takes twenty messages until it is answered, and knows each of them again', async () => {
    const guide = await hire(test.db, ['guide']);
    const { visitor, session } = await withCode();
    const write = (n: number) =>
      askForGuidance(visitor.post(`form ${n}`, session), { text: `Message ${n}`, share: false });
    for (let n = 1; n <= 20; n += 1) expect(await write(n)).toMatchObject({ ok: true });
    expect(await write(21)).toEqual({ ok: false, error: 'many' });
    expect(await write(20)).toMatchObject({ ok: true });
    const thread = await findThreadOf(test.db, visitor.session.pathwayId);
    const id = thread?.id ?? ('' as never);
    await answer(test.db, guide, { id, text: 'I read them all.', seen: 20 });
    expect(await write(21)).toMatchObject({ ok: true });
    const own = await readGuidance(visitor.post(undefined, session), true);
    expect(own?.messages).toHaveLength(22);
  });

  it('is gone for good when everything is deleted', async () => {
    const { visitor, session } = await withCode();
    await askForGuidance(visitor.post(undefined, session), { text: TEXT, share: false });
    await eraseEverything(visitor.post(undefined, session));
    await eraseEverything(visitor.post(undefined, session));
    expect(await viewMyData(visitor.post())).toBeNull();
    expect(await viewMyPlace(visitor.post())).toBeNull();
    const left = await test.owner.query(
      'SELECT (SELECT count(*) FROM subject.thread WHERE pathway_id = $1) + (SELECT count(*) FROM subject.transition WHERE pathway_id = $1) AS n',
      [visitor.session.pathwayId],
    );
    expect(Number(left.rows[0].n)).toBe(0);
  });
});

describe('a chosen step', () => {
  it('is recorded with its direction, and "not today" with the day to be asked again', async () => {
    const { visitor, session } = await withCode();
    await chooseStep(visitor.post(), 'face_to_face');
    expect((await viewMyPlace(visitor.post()))?.row).toMatchObject({
      tierOffered: 'community',
      tierDecided: 'face_to_face',
      decision: 'stepped_up',
    });
    await declineStep(visitor.post(undefined, session), 14);
    const place = await viewMyPlace(visitor.post());
    expect(place?.row.decision).toBe('declined');
    expect(place?.askOn).toBe(visitor.post().today + 14);
  });

  it('stands for its own offer only: a later check asks for a new choice', async () => {
    const { visitor } = await withCode();
    await chooseStep(visitor.post(), 'guidance');
    expect((await viewMyPlace(visitor.post()))?.decided?.tier).toBe('guidance');
    const worse = answered(visitor, [1, 1, 1, 1, 1, 1, 0, 0, 2]);
    await submitScreening(visitor.post(), worse);
    expect((await viewMyPlace(visitor.post()))?.decided).toBeNull();
  });
});
