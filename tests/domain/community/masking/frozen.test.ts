import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'lib/domain/community/masking';

/**
 * The held-back posts were written by the same hand, after the finders were as this sum says and
 * without looking at them again. A changed finder needs new held-back posts for what it was changed
 * for, and then a new sum here.
 */
const FROZEN = '36645311087ed965b4963f81ca6a28f63805b7cf14016e537d9e5bfa0812c7c5';

test('the finders are those that the held-back posts were written against', () => {
  const sum = createHash('sha256');
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
    sum.update(readFileSync(`${FOLDER}/${file}`));
  }
  expect(sum.digest('hex')).toBe(FROZEN);
});
