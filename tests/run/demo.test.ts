import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '#lib/config.ts';
import { ROLES } from '#lib/domain/access/role.ts';
import { totpCode } from '#lib/gateways/staff/totp.ts';
import { makePeople, peopleLines } from '#lib/run/demo/people.ts';
import { demoEnvironment, markDemo, readDemo } from '#lib/run/demo/place.ts';
import { prepareGround } from '#lib/run/stages/prepare-ground.ts';
import { openDatabase } from '#lib/store/client.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { signIn } from '#lib/usecases/staff/sign-in.ts';
import { testDatabase } from '../support/database.ts';
import { contextOf } from '../usecases/staff/people.ts';

const { db, urls } = testDatabase();
/** As the command does it: who makes people from nothing owns the database. */
const host = openDatabase({ url: urls.owner, max: 2 });
afterAll(() => host.$disconnect());
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a demo takes no database and no secrets that somebody gave', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_URL_WEB', 'HANDRAIL_SECRET_FILE']) {
    const env = { HANDRAIL_DATA: folder, [name]: 'postgresql://somewhere/real' };
    expect(() => demoEnvironment(env)).toThrow(`without ${name}`);
  }
  expect(readDemo(folder)).toBeNull();
});

test('a demo takes a folder of its own, and no other that holds something', () => {
  const own = join(folder, 'own');
  const env = demoEnvironment({ HANDRAIL_DATA: own });
  expect(env).toMatchObject({ HANDRAIL_DATA: own, HANDRAIL_DEMO: '1' });
  expect(readConfig(env).entryPoints).toEqual(['poster', 'campus', 'partner-gp']);
  expect(readConfig(env).demo).toBe(true);
  expect(readConfig({}).demo).toBe(false);
  markDemo(own, { tries: 1, whole: true });
  demoEnvironment({ HANDRAIL_DATA: own });
  expect(readDemo(own)).toEqual({ tries: 1, whole: true });
  writeFileSync(join(folder, 'up.lock'), '1');
  expect(() => demoEnvironment({ HANDRAIL_DATA: folder })).toThrow(/holds something else/);
});

test('no other command runs on the folder of a demo', async () => {
  demoEnvironment({ HANDRAIL_DATA: folder });
  const config = readConfig({ HANDRAIL_DATA: folder });
  await expect(prepareGround(config)).rejects.toThrow(/holds a demo/);
  expect(existsSync(join(folder, 'up.lock'))).toBe(false);
});

test('everybody of a demo can sign in, and every step is open', async () => {
  const ctx = contextOf(db);
  const people = await makePeople({ ...ctx, db: host });
  expect(people.map(({ role }) => role)).toEqual(ROLES);
  const lines = peopleLines(people, ctx.config);
  for (const { email, password, secret } of people) {
    const code = totpCode(secret, ctx.now);
    expect((await signIn(ctx, { email, password, code })).ok).toBe(true);
    expect(lines.filter((line) => line.includes(password) && line.includes(secret))).toHaveLength(
      1,
    );
  }
  const open = await readOpenTiers(db, ctx);
  expect([...open].sort()).toEqual(['community', 'face_to_face', 'guidance']);
  expect(await db.staffInvitation.count()).toBe(0);
  expect(await db.groupTopic.count()).toBe(2);
});

test('made again, nobody is there twice', async () => {
  const before = await db.staff.count();
  expect(await makePeople(contextOf(host))).toEqual([]);
  expect(await db.staff.count()).toBe(before);
});
