import { defineConfig } from 'vitest/config';

const common = {
  // A zone off the whole hour: code that forgets its own time zone fails loudly.
  env: { TZ: 'Asia/Kathmandu' },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['tests/{domain,rules,gateways,i18n}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          ...common,
          name: 'integration',
          include: ['tests/{store,usecases,run}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
        },
      },
    ],
  },
});
