import { readFileSync, symlinkSync } from 'node:fs';
import { basename, resolve } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * npm cannot pack symbolic links, so the PostgreSQL package lists those its libraries need and makes
 * them in an install script. No install script runs here (.npmrc), so we make them at the first start.
 */
export function linkLibraries(packageFolder: string): void {
  let links: readonly Link[];
  try {
    links = JSON.parse(readFileSync(`${packageFolder}/native/pg-symlinks.json`, 'utf8'));
  } catch {
    return; // Windows and macOS packages may have none.
  }
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), resolve(packageFolder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
