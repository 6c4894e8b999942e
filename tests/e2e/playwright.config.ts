import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts';

const executablePath = findChromium();

/** Begun last, one of these would keep a single worker busy while the other has nothing left to do. */
const LONG = /(kill|layout|malformed|matrix|replay|whole-way)\.spec\.ts$/;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/start.ts',
  workers: 2,
  fullyParallel: true,
  // A shared, noisy machine: a test that passes the second time is reported as flaky.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testMatch: '*.spec.ts', testIgnore: LONG },
  ],
  reporter: [['list'], ['json']],
  use: {
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) },
    // Traces would hold answers; a failing step says enough.
    actionTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
