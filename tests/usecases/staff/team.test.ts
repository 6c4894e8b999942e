import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { StaffId } from '#lib/domain/basics/ids.ts';
import { listAudit } from '#lib/store/audit.ts';
import { getThread } from '#lib/store/threads.ts';
import { listPeople } from '#lib/usecases/administrator/list-people.ts';
import { setTeam } from '#lib/usecases/administrator/set-team.ts';
import { testDatabase } from '../../support/database.ts';
import { ask } from '../../support/guiding.ts';
import { hire, staffContextOf } from './people.ts';

const test = testDatabase();

it('a guide is put into a team once, and new threads of its step or language are for it', async () => {
  const administrator = await hire(test.db, ['administrator']);
  const [step, language] = [await hire(test.db, ['guide']), await hire(test.db, ['guide'])];
  const ctx = () => staffContextOf(test.db, administrator, 'staff:manage');
  const teamOf = async (asked: Parameters<typeof ask>[1]) => {
    const { id } = await ask(test.db, asked);
    return (await getThread(test.db, id))?.team;
  };
  expect(await teamOf({ tier: 'community', locale: 'zh-hans' })).toBeNull();
  for (const _ of [1, 2]) {
    expect(await setTeam(ctx(), { id: language.id, team: 'zh-hans' })).toBe(true);
  }
  expect(await setTeam(ctx(), { id: randomUUID() as StaffId, team: null })).toBe(false);
  expect(await teamOf({ tier: 'community', locale: 'zh-hans' })).toBe('zh-hans');
  await setTeam(ctx(), { id: step.id, team: 'community' });
  // The step comes before the language.
  expect(await teamOf({ tier: 'community', locale: 'zh-hans' })).toBe('community');
  expect(await teamOf({ tier: 'guidance', locale: 'en' })).toBeNull();
  const { people } = await listPeople(ctx());
  expect(people.find(({ id }) => id === step.id)?.team).toBe('community');
  const entries = await listAudit(test.db, { limit: 20, action: 'staff.team_set' });
  expect(entries.map(({ subject }) => subject)).toEqual([step.id, language.id]);
  const stale = { ...ctx(), actor: { ...ctx().actor, verifiedAt: 0 as never } };
  await expect(setTeam(stale, { id: step.id, team: null })).rejects.toThrow('second factor');
});
