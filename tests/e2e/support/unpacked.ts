import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { unzipSync } from 'fflate';

/** A file of a ZIP by its name; all of them lie in one folder, which is called like the ZIP itself. */
export async function unpacked(zip: Download): Promise<(name: string) => string> {
  const files = unzipSync(await readFile(await zip.path()));
  const folder = zip.suggestedFilename().replace(/\.zip$/, '');
  return (name) => Buffer.from(files[`${folder}/${name}`] ?? []).toString();
}

/** Cells of a CSV file that quotes none. */
export const records = (csv: string) =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
