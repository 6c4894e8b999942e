import { mkdirSync, statfsSync } from 'node:fs';

const NEEDED_GIB = 1;

/** PostgreSQL that runs out of disk stops in the middle of a write: better not to start. */
export function checkDiskSpace(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / 2 ** 30;
  if (free < NEEDED_GIB) {
    throw new Error(
      `Only ${free.toFixed(2)} GiB free for ${folder}: free ${NEEDED_GIB} GiB, or set HANDRAIL_DATA`,
    );
  }
  return `${free.toFixed(0)} GiB free`;
}
