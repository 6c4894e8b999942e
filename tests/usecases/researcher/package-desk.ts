// Who asks for a package, who approves it and the worker that makes it, on a database of their own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Permission } from '#lib/domain/access/permission.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { readWorkerKey } from '#lib/gateways/vault-box.ts';
import { listAudit } from '#lib/store/audit.ts';
import { findRequest } from '#lib/store/exports.ts';
import { findStudy } from '#lib/store/studies.ts';
import { addStudy } from '#lib/usecases/researcher/add-study.ts';
import { type Ask, askPackage } from '#lib/usecases/researcher/ask-package.ts';
import { decidePackage } from '#lib/usecases/researcher/decide-package.ts';
import { makePackages } from '#lib/usecases/system/make-packages.ts';
import { packageMaker } from '../../support/package-maker.ts';
import { TODAY } from '../../support/screened.ts';
import { hire, staffContextOf, type TestPerson, VAULT_KEY } from '../staff/people.ts';

export const NOW = ((TODAY + 31) * 86_400_000 + 9 * 3_600_000) as Instant;
export const STUDY = { name: 'first-steps', about: 'ethics 12/34' };

/** Call it once at the top. Rui asks, Ida approves. */
export function packageDesk() {
  const test = packageMaker();
  const data = mkdtempSync(join(tmpdir(), 'exports-'));
  afterAll(() => rmSync(data, { recursive: true }));
  const people: { rui?: TestPerson; ida?: TestPerson } = {};
  beforeAll(async () => {
    people.rui = await hire(test.db, ['researcher']);
    people.ida = await hire(test.db, ['clinician']);
  });
  const person = (name: 'rui' | 'ida') => people[name] as TestPerson;

  function as<P extends Permission>(name: 'rui' | 'ida', permission: P, now = NOW) {
    const ctx = staffContextOf(test.db, person(name), permission, now);
    return { ...ctx, config: { ...ctx.config, data, databaseUrlResearch: test.urls.research } };
  }
  const asker = () => as('rui', 'research:export');
  const studyId = async (name = STUDY.name) => (await findStudy(test.db, { name }))?.id ?? '';
  const newStudy = async (name = STUDY.name) => {
    expect(await addStudy(asker(), { ...STUDY, name })).toEqual({ ok: true, value: null });
    return studyId(name);
  };
  async function ask(change: Partial<Ask> = {}, ctx = asker()) {
    const which = { from: '', to: '', instrument: '', without: [] };
    const what = { tier: 'controlled', purpose: 'first steps', ...which } as const;
    return askPackage(ctx, { study: await studyId(), ...what, ...change });
  }
  const approve = (id: string, who: 'rui' | 'ida' = 'ida', note = 'the ethics approval') =>
    decidePackage(as(who, 'research:approve'), { id, decision: 'approved', note });
  /** One round of a worker. */
  async function work(now = NOW) {
    const key = await readWorkerKey(VAULT_KEY);
    const { config } = asker();
    await makePackages({ db: test.worker, config, now, key, state: { busy: false } });
  }
  async function approved(change: Partial<Ask> = {}): Promise<string> {
    const asked = await ask(change);
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    expect(await approve(asked.value)).toEqual({ ok: true, value: null });
    return asked.value;
  }
  async function made(change: Partial<Ask> = {}): Promise<string> {
    const id = await approved(change);
    await work();
    expect(await findRequest(test.db, id)).toMatchObject({ state: 'ready', doneFiles: 5 });
    return id;
  }
  const entriesOn = async (subject: string) =>
    (await listAudit(test.db, { limit: 100 }))
      .filter((entry) => entry.subject === subject)
      .toReversed();
  const desk = { as, asker, studyId, newStudy, ask, approve, work, approved, made, entriesOn };
  return { ...test, data, person, ...desk };
}
