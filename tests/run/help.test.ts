import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [`lib/run/${command}.ts`, ...args], { encoding: 'utf8' });

test.each(['up', 'demo', 'simulate', 'export', 'stats'])(
  '%s tells how it is used, and does nothing else',
  (command) => {
    const { status, stdout, stderr } = run(command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^npm run (-s )?${command}`));
  },
);

test.each(['up', 'demo'])('%s starts nothing where it does not understand', (command) => {
  const { status, stdout, stderr } = run(command, '--administer');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain("Unknown option '--administer'");
});
