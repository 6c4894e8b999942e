import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startServer } from '../support/server.ts';
import {
  type Canaries,
  findIn,
  needlesOf,
  searchFiles,
  searchTables,
} from './support/canary/canaries.ts';
import { KEPT, plantErrors, plantJourney, SENT, TYPED } from './support/canary/plant.ts';
import { plantGroup } from './support/canary/plant-group.ts';
import { plantStaff } from './support/canary/plant-staff.ts';
import { hireGuide } from './support/durable/journey.ts';
import { newDataFolder, ownerUrl, removeFolder, withOwner } from './support/durable/own-server.ts';

/** Where each of the values that are kept on purpose may stand, and nothing else anywhere. */
const ALLOWED = [
  'ops.staff.email: staffEmail raw',
  'ops.staff.name: staffName raw',
  // The invitation's own address is 256 random bits; its hash finds the invitation.
  'ops.staff_invitation.token_hash: invitationToken sha256 hex',
  'ops.study.about: purpose raw',
];

test('sixty and more canaries are in no table, file, log or download but where they are kept on purpose', async () => {
  const started = Date.now();
  const dataFolder = newDataFolder();
  const server = await startServer({ dataFolder, env: { HANDRAIL_PROXIES: '1' } });
  try {
    const url = ownerUrl(dataFolder);
    await hireGuide(url);
    const held = await plantJourney(server.origin);
    await plantGroup(server, url);
    const failures = await plantErrors(server.origin, url);
    const staff = await plantStaff(server, url, held['visitCode'] ?? '');
    const secret: Canaries = { ...SENT, ...TYPED, ...held, ...staff.held };
    expect(Object.keys(secret).length).toBeGreaterThan(60);
    expect(Object.entries(secret).filter(([, value]) => value.length < 8)).toEqual([]);
    const needles = needlesOf(secret);
    const all = needlesOf({ ...secret, ...KEPT });

    await withOwner(url, (db) => db.query('ANALYZE'));
    expect(await searchTables(url, all)).toEqual(ALLOWED);
    for (const { status, body } of failures.filter((f) => f.status >= 400))
      expect(findIn(body, all), `${status}`).toEqual([]);
    for (const { body } of staff.files) expect(findIn(body, all)).toEqual([]);

    await withOwner(url, (db) => db.query('CHECKPOINT'));
    expect(await server.stop()).toBe(0);
    // The failures were logged, by us and by PostgreSQL, so there was something to leak.
    expect(server.output()).toContain('request.failed');
    const log = readFileSync(`${dataFolder}/postgres.log`, 'utf8');
    expect(log).toMatch(/permission denied[\s\S]*violates check constraint/);
    expect(findIn(withoutSetUp(server.output()), all)).toEqual([]);
    const { files, found } = searchFiles(dataFolder, needles);
    expect(files).toBeGreaterThan(500);
    expect(found.filter((hit) => !/invitationToken sha256/.test(hit))).toEqual([]);
    // The search does find what is there.
    const kept = searchFiles(dataFolder, needlesOf(KEPT)).found;
    expect(new Set(kept.map((hit) => hit.split(/[/:]/)[1]))).toContain('pg_wal');
    expect(searchFiles('.next', all, started).found).toEqual([]);
    console.log(`${Object.keys(secret).length} canaries, ${needles.length} forms, ${files} files`);
  } finally {
    await server.stop();
    removeFolder(dataFolder);
  }
});

/** The one-time address is printed once, for whoever started the server. */
function withoutSetUp(output: string): string {
  return output.replace(/once: \S+/, '');
}

test('the search finds a value in every form that it knows', () => {
  const value = '<王小明> & co + 7';
  const needles = needlesOf({ it: value });
  const bytes = Buffer.from(value);
  const forms = [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ value }).toString(),
    bytes.toString('hex'),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${value}c`).toString('base64')),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${value}c`).toString('base64url')),
  ];
  for (const form of forms) expect(findIn(`… ${form} …`, needles), form).not.toEqual([]);
  expect(findIn('something else', needles)).toEqual([]);
});
