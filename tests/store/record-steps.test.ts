import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { appendTransitions, listTransitions, readPathway } from '#lib/store/pathways.ts';
import { beginPathway, recordSteps } from '#lib/store/record-steps.ts';
import { testDatabase } from '#tests/support/database.ts';
import {
  completed,
  consent,
  newPathwayId,
  offered,
  screened,
  started,
  TODAY,
  viewed,
} from '#tests/support/screened.ts';

const { db, owner } = testDatabase({ connections: 20 });

test('what is stored is the fold of what was recorded, for every kind of answer', async () => {
  for (const item9 of [0, 1, 2, 3, 'declined'] as const) {
    for (const total of [null, 0, 20, 27]) {
      const id = newPathwayId();
      const at = () => ({ id, key: randomUUID(), today: (TODAY + 3) as Day });
      await beginPathway(db, { id, key: 'a', today: TODAY }, [consent(['service']), started()]);
      const floor = item9 !== 0 || total === 20 || total === 27;
      const done = await recordSteps(db, at(), () => [
        completed({ item9, total }),
        offered({ tier: floor ? 'face_to_face' : 'guidance', crisisFloor: floor }),
      ]);
      expect(done.kind).toBe('recorded');
      await recordSteps(db, at(), () => [viewed]);
      const row = (await readPathway(db, id, null))?.row;
      expect(row).toEqual(derive(await listTransitions(db, id)));
      expect(row?.item9).toBe(item9);
      expect(row?.viewedDay).toBe(3);
    }
  }
});

test('50 posts at once are numbered without gap or repeat, and each has its effect once', async () => {
  const id = await screened(db);
  const before = (await listTransitions(db, id)).length;
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      recordSteps(db, { id, key: randomUUID(), today: TODAY }, () => [consent(['service'])]),
    ),
  );
  expect(new Set(answers.map((a) => a.kind))).toEqual(new Set(['recorded']));
  const seqs = (await listTransitions(db, id)).map((t) => t.seq);
  expect(seqs).toEqual(Array.from({ length: before + 50 }, (_, i) => i + 1));
});

test('the same post 20 times at once is recorded once', async () => {
  const id = await screened(db);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      recordSteps(db, { id, key, today: TODAY }, () => [consent(['service', 'research'])]),
    ),
  );
  expect(answers.filter((a) => a.kind === 'recorded')).toHaveLength(1);
  expect(answers.filter((a) => a.kind === 'repeated')).toHaveLength(19);
  expect(
    await db.consent.count({ where: { pathwayId: id, scope: 'research', granted: true } }),
  ).toBe(1);
});

test('the same start 20 times at once makes one pathway', async () => {
  const at = { id: newPathwayId(), key: randomUUID(), today: TODAY };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => beginPathway(db, at, [consent(['service']), started()])),
  );
  expect(answers.filter((a) => a.kind === 'recorded')).toHaveLength(1);
  expect(answers.filter((a) => a.kind === 'repeated')).toHaveLength(19);
  expect(await listTransitions(db, at.id)).toHaveLength(2);
});

test('a step that the pathway does not allow is refused and leaves nothing', async () => {
  const id = await screened(db);
  const again = await recordSteps(db, { id, key: 'x', today: TODAY }, () => [viewed]);
  expect(again.kind).toBe('refused');
  expect(await listTransitions(db, id)).toHaveLength(5);
});

test('a lost race and an erased pathway write nothing', async () => {
  const id = await screened(db);
  const stored = await readPathway(db, id, null);
  if (!stored) throw new Error('no pathway');
  const append = { pathwayId: id, transitions: [], row: stored.row, key: null, today: TODAY };
  expect(await appendTransitions(db, { ...append, expectedSeq: 4 })).toBe(false);
  const gone = { id: newPathwayId(), key: 'k', today: TODAY };
  expect((await recordSteps(db, gone, () => [viewed])).kind).toBe('gone');
});

test('only the visitor moves the day of last use', async () => {
  const id = await screened(db);
  const later = { id, key: null, today: (TODAY + 40) as Day };
  const lastUsed = async () =>
    (
      await owner.query(
        `SELECT last_used - DATE '1970-01-01' AS d FROM subject.pathway WHERE id = $1`,
        [id],
      )
    ).rows[0].d;
  await recordSteps(db, later, () => [
    { step: 'safety.shown', origin: 'system', policyHash: null, payload: { trigger: 'request' } },
  ]);
  expect(await lastUsed()).toBe(TODAY);
  await recordSteps(db, later, () => [consent(['service'])]);
  expect(await lastUsed()).toBe(TODAY + 40);
});
