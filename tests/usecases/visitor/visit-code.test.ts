import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { giveVisitCode } from '#app/_request/plan/give-visit-code.ts';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { chooseService } from '#lib/usecases/visitor/next/choose-service.ts';
import { issueCode } from '#lib/usecases/visitor/place/issue-code.ts';
import { viewPlan } from '#lib/usecases/visitor/plan/view-plan.ts';
import { testDatabase } from '../../support/database.ts';
import { visitWithResult } from './visit.ts';

const test = testDatabase();
const CLINIC = 'example-street-clinic' as ServiceId;
const OTHER = 'sample-square-talking-service' as ServiceId;

it('stays the one on paper when a plan is changed, also from another browser, until it is used', async () => {
  const visitor = await visitWithResult(test.db, [2, 2, 2, 2, 2, 1, 1, 1, 0]);
  const issued = await issueCode(visitor.post());
  if (!issued.ok) throw new Error(issued.error);
  const session = { ...issued.value, code: null };
  const post = (sid = session.sid, key?: string) => visitor.post(key, { ...session, sid });
  const choose = (id: ServiceId) => chooseService(post(), { id, mode: null, slot: null });
  const code = async () => (await viewPlan(post()))?.visit?.code ?? null;

  expect((await choose(CLINIC)).ok).toBe(true);
  expect(await code()).toBeNull();
  expect(await giveVisitCode(post(session.sid, 'form'), CLINIC)).toBe('kept');
  const first = await code();
  expect(first).not.toBeNull();
  expect(await giveVisitCode(post(randomUUID()), CLINIC)).toBe('kept');
  expect(await code()).toBe(first);

  // Used, it is no code any more, and another one can be made, but not by the same form again.
  await test.owner.query(`UPDATE subject.visit_code SET state = 'redeemed', redeemed_day = 1`);
  expect(await giveVisitCode(post(session.sid, 'form'), CLINIC)).toBe('kept');
  expect(await code()).toBeNull();
  expect(await giveVisitCode(post(), CLINIC)).toBe('kept');
  const second = await code();
  expect(second).not.toBe(first);

  // For another place it is another one, and the one before is shown no more.
  expect((await choose(OTHER)).ok).toBe(true);
  expect(await code()).toBeNull();
  expect(await giveVisitCode(post(), OTHER)).toBe('kept');
  expect(await code()).not.toBe(second);
});
