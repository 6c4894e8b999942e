import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerTo, FOLDER, readJson } from './tables.ts';

type Json = null | number | string | Json[] | { [key: string]: Json };

/** Every number and word of `expected`, with its path. */
function leaves(value: Json, path: string): [path: string, leaf: number | string | null][] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`));
}

const shapeOf = (value: Json): readonly string[] =>
  leaves(value, '').map(([path, leaf]) => `${path} ${leaf === null ? 'null' : typeof leaf}`);

const ITERATED = /^(mde|sequential)\/|\/cox_/;

function differences(part: string, answer: Json, expected: Json): readonly string[] {
  const found = new Map(leaves(answer, part));
  return leaves(expected, part).flatMap(([path, leaf]) => {
    const value = found.get(path);
    const tolerance = ITERATED.test(path) ? 1e-6 : 1e-9;
    const isEqual =
      typeof leaf === 'number' && typeof value === 'number'
        ? Math.abs(value - leaf) <= tolerance
        : value === leaf;
    return isEqual ? [] : [`${path}: ${value} is not ${leaf}`];
  });
}

describe('the statistics of a table equal what R computed', () => {
  const expected = readJson('expected.json');
  const answer = answerTo(readFileSync(`${FOLDER}/data.csv`, 'utf8'), readJson('spec.json'));

  // Those of R computed nothing here.
  const { versions: ofR, ...computed } = expected;
  for (const part of Object.keys(computed)) {
    test(part, () => expect(differences(part, answer[part], expected[part])).toEqual([]));
  }

  test('in the same shape, key by key', () => {
    expect(shapeOf(answer).length).toBeGreaterThan(1300);
    expect(shapeOf({ ...answer, versions: ofR })).toEqual(shapeOf(expected));
    expect(answer.versions).toEqual({ handrail: 'test' });
  });
});

describe('of another table, with other levels, days, groups and allocation too', () => {
  const expected = readJson('second.expected.json');
  const csv = readFileSync(`${FOLDER}/second.csv`, 'utf8');
  const answer = answerTo(csv, readJson('second.spec.json'));

  for (const part of Object.keys(expected)) {
    test(part, () => expect(differences(part, answer[part], expected[part])).toEqual([]));
  }

  test('in whatever order its rows and columns stand', () => {
    const [header = '', ...rows] = csv.trim().split('\n');
    const turned = [header, ...rows]
      .map((row) => row.split(',').reverse().join(','))
      .map((row, i, all) => (i === 0 ? row : (all.at(-i) ?? row)));
    expect(answerTo(`${turned.join('\r\n')}\r\n`, readJson('second.spec.json'))).toEqual(answer);
  });
});
