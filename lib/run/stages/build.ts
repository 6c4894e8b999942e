import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'next.config.ts',
  'proxy.ts',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = '.next/handrail.stamp';
const SERVER = '.next/standalone/server.js';

export type Built = 'built' | 'unchanged' | 'skipped';

/** Builds what the web processes serve, unless nothing it is made from has changed since the last time. */
export async function buildWeb(root: string, skip: boolean): Promise<Built> {
  const at = (path: string) => resolve(root, path);
  if (skip && existsSync(at(SERVER))) return 'skipped';
  const wanted = hashOf(SOURCES.map(at));
  const unchanged = existsSync(at(SERVER)) && existsSync(at(STAMP));
  if (unchanged && readFileSync(at(STAMP), 'utf8') === wanted) return 'unchanged';
  await buildAssetFiles(root);
  // The other bundler writes what routes share once for each of them: 48 MB to load instead of 8.
  await run(root, 'next build', ['node_modules/next/dist/bin/next', 'build', '--webpack']);
  // The standalone server looks for these beside itself.
  cpSync(at('.next/static'), at('.next/standalone/.next/static'), { recursive: true, force: true });
  cpSync(at('public'), at('.next/standalone/public'), { recursive: true, force: true });
  writeFileSync(at(STAMP), wanted);
  return 'built';
}

export function buildAssetFiles(root: string): Promise<void> {
  return run(root, 'build-assets', ['lib/run/build-assets.ts']);
}

async function run(root: string, name: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Ended from outside, `up` must not leave half a build running behind it.
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  process.off('exit', end);
  if (code === 0) return;
  process.stderr.write(`\n${(await output).join('')}\n`);
  throw new Error(`"${name}" did not succeed; its output is above`);
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths.filter((p) => existsSync(p))) {
    for (const file of filesUnder(path).filter(isBuilt))
      hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The commands are not part of what is built, but for the ones that build. */
function isBuilt(file: string): boolean {
  return !/[/\\]lib[/\\]run[/\\](?!build)/.test(file);
}

function filesUnder(path: string): readonly string[] {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(path);
  } catch {
    return [path]; // a file, not a folder
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort();
}

const readEntries = (path: string) => readdirSync(path, { recursive: true, withFileTypes: true });
