import { expect, it } from 'vitest';
import { isUneven } from '#lib/domain/evaluation/trials/judge.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { listAudit } from '#lib/store/audit.ts';
import { countTrial } from '#lib/store/trials.ts';
import { viewTrial } from '#lib/usecases/researcher/trials/view-trial.ts';
import { checkTrials } from '#lib/usecases/system/check-trials.ts';
import { testDatabase } from '../../support/database.ts';
import { contextOf, hire } from '../staff/people.ts';
import { assignMany } from './assigned.ts';
import { trialsOf } from './trials.ts';

const test = testDatabase();
const { as, get, move, running } = trialsOf(test.db);
const TODAY = '2026-11-23';
const watch = () => checkTrials({ ...contextOf(test.db), db: test.worker });

it('keeps that people were dealt out otherwise than planned, however evenly they are afterwards', async () => {
  const researcher = await hire(test.db, ['researcher']);
  const id = await running(researcher, await hire(test.db, ['clinician']), {});
  const { registration } = await get(id);
  const { code, arms } = registration;
  const assign = (plan: number, feedback: number) =>
    assignMany(test.owner, code, {
      today: TODAY,
      groups: [
        { arm: 'if-then-plan', people: plan },
        { arm: 'feedback-only', people: feedback },
      ],
    });
  const open = async () =>
    (await listOpenAlerts(test.db, 'trial_uneven')).map(({ subject }) => subject);
  const events = async () =>
    (await get(id)).events.filter(({ kind }) => kind === 'uneven').map(({ staff }) => staff);
  const said = async () => (await viewTrial(as(researcher, 'trials:read'), id))?.figures?.unevenOn;

  await watch();
  expect([await said(), await events()]).toEqual([null, []]);
  await assign(200, 100);
  // Nobody waits for the worker to be told.
  expect(await said()).toBe(TODAY);
  await watch();
  await assign(0, 100);
  await watch();
  const counts = await countTrial(test.db, registration, as(researcher, 'trials:read').today);
  expect(isUneven(counts, arms)).toBe(false);
  expect([await said(), await events(), await open()]).toEqual([TODAY, [null], [code]]);
  const [entry] = await listAudit(test.db, { action: 'trial.uneven', limit: 5 });
  expect(entry).toMatchObject({ actor: 'system', subject: code });
  // Somebody writes down what went otherwise: it leaves the list, and stays on the record.
  await assign(200, 0);
  expect((await move(researcher, id, 'deviation')).ok).toBe(true);
  await watch();
  expect([await said(), await events(), await open()]).toEqual([TODAY, [null], []]);
  for (const [staff, refused] of [
    [null, 'takes no uneven'],
    [researcher.id, 'takes no uneven'],
  ]) {
    await expect(
      test.owner.query(
        "INSERT INTO ops.trial_event (trial_id, kind, staff_id, note, at) VALUES ($1, 'uneven', $2, '', now())",
        [id, staff],
      ),
    ).rejects.toThrow(refused ?? '');
  }
  expect((await get(id)).now.state).toBe('running');
  await move(researcher, id, 'closed');
});
