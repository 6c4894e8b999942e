// Everything that must pass, in one order: cheap and telling first, the browser last.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Stage {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** A file of test results whose counts go into the closing line. */
  readonly results?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It begins with this one, which leaves a core idle now and then; what it says is held until its turn. */
  readonly beside?: string;
}

interface Ended {
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: Buffer;
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
  { name: 'layers', command: [node, 'tests/rules/check-layers.ts'], beside: 'types' },
  { name: 'unused', command: [node, bin('knip'), '--no-progress'], beside: 'types' },
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
const BUILD: Stage = {
  name: 'build',
  command: [node, 'lib/run/build.ts'],
  beside: 'integration',
};
const CHROMIUM: Stage = {
  name: 'chromium',
  command: [node, 'tests/support/install-chromium.ts'],
  beside: 'unit',
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
const begun = new Map<Stage, Promise<Ended>>();
let broken: Stage | undefined;
for (const stage of stages) {
  if (await run(stage)) continue;
  broken = stage;
  break;
}
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

async function run(stage: Stage): Promise<boolean> {
  console.log(`\n▸ ${stage.name}`);
  const own = begun.get(stage) ?? begin(stage, 'inherit');
  for (const other of stages) {
    if (other.beside === stage.name) begun.set(other, begin(other, 'pipe'));
  }
  const { ok, seconds, output } = await own;
  process.stdout.write(output);
  count(stage);
  console.log(`▸ ${stage.name} ${ok ? 'ok' : 'FAILED'} (${seconds.toFixed(0)} s)`);
  return ok;
}

function begin(stage: Stage, to: 'inherit' | 'pipe'): Promise<Ended> {
  const at = Date.now();
  const [command, ...rest] = stage.command;
  const env = { ...process.env, ...stage.env, ...(nightly ? { HANDRAIL_NIGHTLY: '1' } : {}) };
  const child = spawn(command, rest, { stdio: ['ignore', to, to], env });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => output.push(part));
  }
  return new Promise((resolve) => {
    const end = (ok: boolean) =>
      resolve({ ok, seconds: (Date.now() - at) / 1000, output: Buffer.concat(output) });
    child.on('close', (code) => end(code === 0));
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
  });
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
