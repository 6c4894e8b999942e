import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { buildStyles } from './build-styles.ts';

/** Addresses of what every page loads, as in `public/assets/manifest.json`. */
export interface AssetManifest {
  readonly css: string;
  readonly script: string;
  /** Staff pages alone load it. */
  readonly passkey: string;
  /** Staff pages alone load it; it does nothing but where a message is answered. */
  readonly thread: string;
  /** The page of the reminder alone loads it. */
  readonly push: string;
  readonly font: string;
}

/** Bytes sent at most (brotli; a woff2 is already brotli inside). More than this fails the build. */
export const ASSET_BUDGETS = {
  css: 12_288,
  script: 5_120,
  passkey: 1_024,
  thread: 1_024,
  push: 1_024,
  font: 35_840,
} as const;

const FONT = '@fontsource-variable/atkinson-hyperlegible-next';
const GENERATED = /^(site\.\w+\.css|(enhance|passkey|thread|push)\.\w+\.js|\w+\.woff2)$/;

/** Builds the stylesheet, the script and the font into `out` under names that change with content. */
export async function buildAssets(root: string, out: string): Promise<AssetManifest> {
  const fontFolder = dirname(
    createRequire(join(root, 'package.json')).resolve(`${FONT}/package.json`),
  );
  const font = await readFile(
    join(fontFolder, 'files/atkinson-hyperlegible-next-latin-wght-normal.woff2'),
  );
  const fontName = `${hashOf(font)}.woff2`;
  const css = await buildStyles(join(root, 'app/styles.css'), `/assets/${fontName}`);
  const script = await readScript(join(root, 'components/layout/shell/enhance.js'));
  const passkey = await readScript(join(root, 'components/staff/access/passkey.js'));
  const thread = await readScript(join(root, 'components/staff/inbox/thread.js'));
  const push = await readScript(join(root, 'components/plan/push.js'));

  const sizes = {
    css: brotliCompressSync(css).length,
    script: brotliCompressSync(script).length,
    passkey: brotliCompressSync(passkey).length,
    thread: brotliCompressSync(thread).length,
    push: brotliCompressSync(push).length,
    font: font.length,
  };
  const problems = findBudgetProblems(sizes);
  if (problems.length > 0) throw new Error(problems.join('\n'));

  const files = new Map<string, Buffer>([
    [`site.${hashOf(css)}.css`, css],
    [`enhance.${hashOf(script)}.js`, script],
    [`passkey.${hashOf(passkey)}.js`, passkey],
    [`thread.${hashOf(thread)}.js`, thread],
    [`push.${hashOf(push)}.js`, push],
    [fontName, font],
    // The Open Font License asks that it travels with the font.
    ['font-licence.txt', await readFile(join(fontFolder, 'LICENSE'))],
  ]);
  await mkdir(out, { recursive: true });
  for (const [name, content] of files) await writeFile(join(out, name), content);
  for (const name of await readdir(out)) {
    if (GENERATED.test(name) && !files.has(name)) await rm(join(out, name));
  }
  const [cssName, scriptName, passkeyName, threadName, pushName] = [...files.keys()];
  const manifest = {
    css: `/assets/${cssName}`,
    script: `/assets/${scriptName}`,
    passkey: `/assets/${passkeyName}`,
    thread: `/assets/${threadName}`,
    push: `/assets/${pushName}`,
    font: `/assets/${fontName}`,
  };
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
  return manifest;
}

/** One line for every file that is over its budget. */
export function findBudgetProblems(
  sizes: Readonly<Record<keyof typeof ASSET_BUDGETS, number>>,
): readonly string[] {
  return Object.entries(ASSET_BUDGETS)
    .map(([kind, most]) => ({ kind, most, bytes: sizes[kind as keyof typeof ASSET_BUDGETS] }))
    .filter(({ bytes, most }) => bytes > most)
    .map(({ kind, most, bytes }) => `The ${kind} is ${bytes} bytes; the budget is ${most}.`);
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

async function readScript(path: string): Promise<Buffer> {
  return Buffer.from(withoutComments(await readFile(path, 'utf8')));
}

/** A script is small enough to ship as written, without its own-line comments and indents. */
function withoutComments(source: string): string {
  return source
    .replace(/^\s*\/\*\*?[\s\S]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const manifest = await buildAssets(root, join(root, 'public/assets'));
  process.stdout.write(`Assets: ${Object.values(manifest).join(' ')}\n`);
}
