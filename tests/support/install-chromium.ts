// Makes sure that there is a Chromium for the browser tests: the one installed, else Debian's where we
// are root, else Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';

const found = () =>
  findChromium() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log("Installing Debian's chromium …");
    run('apt-get', ['update', '-qq']);
    const options = ['install', '-y', '-qq', '--no-install-recommends'];
    // The whole browser where there is no package of the shell alone.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (!found()) run('apt-get', [...options, name, 'fonts-noto-cjk']);
    }
  }
  if (!found())
    run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

if (!found()) install();
const browser = found();
console.log(
  browser
    ? `Browser: ${browser}`
    : 'There is no browser: install Chromium, e.g. "apt-get install chromium" as root',
);
process.exitCode = browser ? 0 : 1;
