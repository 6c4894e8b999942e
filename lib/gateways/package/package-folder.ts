import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import canonicalize from 'canonicalize';

/** RFC 8785: the same JSON value is the same text everywhere. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
}

/** A folder that this OS user alone can read, empty or with what an earlier try left. */
export async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
}

/** Names of what is in a folder, which need not be there. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** One that holds something stays. */
export async function removeEmptyFolder(folder: string): Promise<void> {
  await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

export async function writeText(folder: string, name: string, text: string): Promise<void> {
  await writeFile(`${folder}/${name}`, text, 'utf8');
}

/** What an earlier try wrote down, or null. */
export async function readText(folder: string, name: string): Promise<string | null> {
  return readFile(`${folder}/${name}`, 'utf8').catch(() => null);
}

export async function removeFile(folder: string, name: string): Promise<void> {
  await rm(`${folder}/${name}`, { force: true });
}

/** The programs that read a package, as they are shipped in it. */
export async function copyLoaders(folder: string): Promise<void> {
  for (const name of ['load.R', 'load.py']) {
    await writeText(folder, name, await readFile(`${import.meta.dirname}/${name}`, 'utf8'));
  }
}

/** Files of a package in the order of their names, half-written ones and our own notes left out. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('.') && !name.endsWith('.part')).sort();
}

/** `checksums.sha256` in the form that `sha256sum -c` reads. */
export async function writeChecksums(folder: string): Promise<void> {
  const names = (await listFiles(folder)).filter((name) => name !== 'checksums.sha256');
  let text = '';
  for (const name of names) text += `${await hashFile(`${folder}/${name}`)}  ${name}\n`;
  await writeText(folder, 'checksums.sha256', text);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
