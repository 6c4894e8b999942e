import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, one of these would keep a single worker busy while the other has nothing left to do. */
const LONG = [
  'desk/race',
  'evaluation/disclosure',
  'system/check-placements',
  'routing/every-policy',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    return [...files.filter(isLong), ...(await super.sort(files)).filter((file) => !isLong(file))];
  }
}

const common = {
  // A zone off the whole hour: code that forgets its own time zone fails loudly.
  env: { TZ: 'Asia/Kathmandu' },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          // The files of a worker share what they import: most of a short file's time was spent importing. What a
          // module remembers is the server's own: caches, and limits by network. Not the unit tests: a library that
          // one of them loads defines `__dirname` for all.
          isolate: false,
          include: ['tests/{store,usecases,run}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
        },
      },
    ],
  },
});
