import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '#lib/run/database/free-port.ts';
import { who5Wording } from '../domain/screening/who-5-wording.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-up-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('up stops with one line before it starts anything, when a brought wording is bad', async () => {
  const instruments = join(folder, 'instruments');
  mkdirSync(instruments);
  const { licence: _, ...unlicensed } = who5Wording;
  writeFileSync(join(instruments, 'who-5.json'), JSON.stringify(unlicensed, null, 2));
  const data = join(folder, 'data');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/run/up.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: {
      ...process.env,
      PORT: String(await freePort(39_200)),
      HANDRAIL_DATA: data,
      HANDRAIL_INSTRUMENTS: instruments,
    },
  });
  expect(status).toBe(1);
  expect(stdout.trim()).toBe('Instruments … failed');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/^Stopped: .*who-5\.json, line 1: licence: accept .*World Health Org/);
  expect(existsSync(join(data, 'secrets'))).toBe(false);
});
