// `npm run bench [-- NAME]`: one JSON line a figure. Figures are reported, never tested.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const FOLDER = 'tests/bench';
const asked = process.argv.slice(2);
const names =
  asked.length > 0
    ? asked
    : readdirSync(FOLDER)
        .filter((f) => f.endsWith('.bench.ts'))
        .map((f) => f.replace('.bench.ts', ''));

for (const name of names) {
  const file = `${FOLDER}/${name}.bench.ts`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(file))
    throw new Error(`There is no benchmark "${name}"`);
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
