import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COLUMNS } from '#lib/domain/evaluation/reference/pathways.ts';
import { STATISTICS_SPEC } from '#lib/domain/evaluation/reference/spec.ts';

const FOLDER = 'tests/domain/evaluation/reference';
const scratch = mkdtempSync(join(tmpdir(), 'handrail-stats-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function stats(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/run/stats.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: process.cwd(), NODE_NO_WARNINGS: '1' },
  });
  return { status, stdout, stderr };
}

describe('the command for statistics', () => {
  it('prints the answer as JSON, and nothing else', () => {
    const { status, stdout, stderr } = stats(`${FOLDER}/data.csv`, '--spec', `${FOLDER}/spec.json`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8'));
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(Object.keys(expected));
    expect(answer.versions).toMatchObject({ node: process.versions.node });
  });

  it('tells every column and part to whoever asks, and takes the example that it gives', () => {
    const { status, stdout } = stats('--help');
    expect(status).toBe(0);
    for (const name of [...COLUMNS, ...Object.keys(STATISTICS_SPEC.shape)]) {
      expect(stdout).toContain(name);
    }
    const [example = ''] = /\{ .*? \}/.exec(stdout) ?? [];
    expect(STATISTICS_SPEC.safeParse(JSON.parse(example)).success).toBe(true);
  });

  it('prints no answer and says in one line each what is wrong', () => {
    const bad = join(scratch, 'bad.csv');
    const csv = readFileSync(`${FOLDER}/data.csv`, 'utf8');
    writeFileSync(bad, csv.replace('2,13,community', '2,many,community'));
    const empty = join(scratch, 'empty.json');
    writeFileSync(empty, '{');
    const cases = [
      [[bad, '--spec', `${FOLDER}/spec.json`], 'line 3, column "phq9_0": "many" is not a total'],
      [[`${FOLDER}/data.csv`, '--spec', empty], 'is not JSON'],
      [[`${FOLDER}/data.csv`, '--spec', 'package.json'], 'confidence'],
      [[join(scratch, 'none.csv'), '--spec', `${FOLDER}/spec.json`], 'cannot be read'],
      [[`${FOLDER}/data.csv`], 'Use it so: npm run -s stats -- DATA.csv --spec SPEC.json'],
      [['--what'], 'Use it so'],
    ] as const;
    for (const [args, words] of cases) {
      const { status, stdout, stderr } = stats(...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr).not.toContain('    at ');
    }
  });
});
