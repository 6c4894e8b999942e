// Plain JavaScript for whatever Node started it (20.19 or newer): makes the tree ready, then hands over
// to the pinned Node 24, which runs the TypeScript of this folder as it is.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [command = 'up', ...rest] = process.argv.slice(2);
const quiet = process.env.npm_config_loglevel === 'silent';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Handrail needs Node 20.19 or newer to start; this is ${process.versions.node}`);
}

stage('Packages', 'node_modules/.handrail-packages', ['package-lock.json'], installPackages);
stage('Database client', 'prisma/generated/.stamp', ['prisma/schema.prisma'], generateClient);
handOver();

/** Does the work unless the stamp says that it was done for these very files. */
function stage(name, stamp, sources, work) {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(resolve(root, source)));
  const wanted = hash.digest('hex');
  const file = resolve(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  const from = Date.now();
  if (!quiet) process.stderr.write(`${name} …\n`);
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  if (!quiet)
    process.stderr.write(`${name} ready (${((Date.now() - from) / 1000).toFixed(1)} s)\n`);
}

// Not `npm ci`: it refuses a lockfile without the builds of native packages for every other system, and a
// registry mirror that has only some of them writes such a lockfile. This takes every version it does name.
function installPackages() {
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error'];
  const [program, all] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
  run('npm install', program, all);
}

function generateClient() {
  // The CLI asks for an engine it does not need for this; any program that exists keeps it from a download.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const cli = 'node_modules/prisma/build/index.js';
  run(
    'prisma generate',
    pinnedNode(),
    [cli, 'generate', '--config', 'prisma/prisma.config.ts'],
    env,
  );
}

function run(what, program, args, env = {}) {
  const done = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail(`"${what}" did not succeed${done.error ? `: ${done.error.message}` : ''}`);
}

/** The Node that package.json pins; on a machine it has no build for, the one that runs this, if new enough. */
function pinnedNode() {
  const windows = process.platform === 'win32';
  for (const os of windows ? ['win'] : ['', 'bin-']) {
    const system = windows ? 'win' : `${os}${process.platform}`;
    const file = resolve(
      root,
      `node_modules/node-${system}-${process.arch}/bin/node${windows ? '.exe' : ''}`,
    );
    if (existsSync(file)) return file;
  }
  if (major >= 24) return process.execPath;
  return fail(
    `There is no Node 24 for ${process.platform} ${process.arch} here: start with Node 24 itself`,
  );
}

function handOver() {
  const file = resolve(root, 'lib/run', `${command}.ts`);
  if (!/^[a-z-]+$/.test(command) || !existsSync(file)) fail(`There is no command "${command}"`);
  const node = pinnedNode();
  // Package scripts and tools that the command starts find the same Node first.
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const env = {
    // What is compiled once is read again at the next start, also after a kill: a sixth of the work of a start.
    NODE_COMPILE_CACHE: resolve(root, 'node_modules/.cache/node'),
    ...process.env,
    PATH: path,
    NODE_NO_WARNINGS: '1',
  };
  const child = spawn(node, [file, ...rest], { cwd: root, env, stdio: 'inherit' });
  // Ctrl-C reaches the child by itself (same terminal); a signal from elsewhere is passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)));
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
