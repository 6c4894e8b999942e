// Everything that must pass, in one order: cheap and telling first, the browser last.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Stage {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** A file of test results whose counts go into the closing line. */
  readonly results?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const results = mkdtempSync(join(tmpdir(), 'handrail-results-'));
const bin = (name: string) => join('node_modules', '.bin', name);
const node = process.execPath;
const vitest = (name: 'unit' | 'integration'): Stage => ({
  name,
  command: [
    node,
    bin('vitest'),
    'run',
    '--root',
    '.',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(results, `${name}.json`)}`,
  ],
  results: join(results, `${name}.json`),
});

const BEFORE_BUILD: readonly Stage[] = [
  // The pages import the names of these files.
  { name: 'assets', command: [node, 'lib/run/build-assets.ts'] },
  { name: 'lint', command: [bin('biome'), 'check', '--config-path=tests/rules/lint.jsonc', '.'] },
  { name: 'types', command: [node, bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'layers', command: [node, 'tests/rules/check-layers.ts'] },
  { name: 'unused', command: [node, bin('knip'), '--no-progress'] },
  vitest('unit'),
  vitest('integration'),
];
const [which = 'all'] = process.argv.slice(2);
const nightly = which === 'nightly';
const stryker = [node, bin('stryker'), 'run', 'tests/rules/stryker.config.json'] as const;
/** Every change, the floor alone; at night all of scoring and routing. */
const MUTATED =
  'lib/domain/screening/*.ts,lib/domain/routing/**/*.ts,!lib/domain/routing/draft/*.ts';
const MUTATION: Stage = {
  name: 'mutation',
  command: nightly ? [...stryker, '--mutate', MUTATED] : stryker,
};
const BUILD: Stage = { name: 'build', command: [node, 'lib/run/build.ts'] };
const CHROMIUM: Stage = {
  name: 'chromium',
  command: [node, 'tests/support/install-chromium.ts'],
};
const BROWSER: Stage = {
  name: 'browser',
  command: [node, bin('playwright'), 'test', '--config', 'tests/e2e/playwright.config.ts'],
  results: join(results, 'browser.json'),
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(results, 'browser.json') },
};

const ALL: readonly Stage[] = [...BEFORE_BUILD, MUTATION, BUILD, CHROMIUM, BROWSER];
const stages = choose(which);

let passed = 0;
let failed = 0;
const started = Date.now();
const broken = stages.find((stage) => !run(stage));
rmSync(results, { recursive: true, force: true });
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(
  broken ? `\n${broken.name} failed after ${minutes} min` : `\nEverything passed in ${minutes} min`,
);
console.log(`${passed} passed, ${broken && failed === 0 ? 1 : failed} failed`);
process.exitCode = broken ? 1 : 0;

/** `all`, `nightly` (the large figures), `check` (all but the browser), or one stage by its name. */
function choose(name: string): readonly Stage[] {
  if (name === 'all' || name === 'nightly') return ALL;
  if (name === 'check') return ALL.filter((stage) => stage !== CHROMIUM && stage !== BROWSER);
  const found = ALL.filter((stage) => stage.name === name);
  if (found.length === 0) throw new Error(`There is no stage "${name}"`);
  return found[0] === BROWSER ? [BUILD, CHROMIUM, BROWSER] : found;
}

function run(stage: Stage): boolean {
  const at = Date.now();
  console.log(`\n▸ ${stage.name}`);
  const [command, ...rest] = stage.command;
  const env = { ...process.env, ...stage.env, ...(nightly ? { HANDRAIL_NIGHTLY: '1' } : {}) };
  const { status } = spawnSync(command, rest, { stdio: 'inherit', env });
  count(stage);
  console.log(
    `▸ ${stage.name} ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - at) / 1000).toFixed(0)} s)`,
  );
  return status === 0;
}

function count(stage: Stage): void {
  if (!stage.results) return;
  try {
    const json = JSON.parse(readFileSync(stage.results, 'utf8'));
    passed += json.numPassedTests ?? json.stats?.expected ?? 0;
    failed += json.numFailedTests ?? json.stats?.unexpected ?? 0;
  } catch {
    failed += 1;
  }
}
