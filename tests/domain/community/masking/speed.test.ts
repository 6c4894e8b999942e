import { expect, test } from 'vitest';
import { maskContacts } from '#lib/domain/community/masking/mask.ts';
import benign from './benign.development.json' with { type: 'json' };
import { ONLY } from './examples.ts';
import { HELP_LINES } from './help-lines.ts';

const filled = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function time(text: string): number {
  const begin = performance.now();
  maskContacts(text, HELP_LINES);
  return performance.now() - begin;
}

/** The shortest of three, in milliseconds: what else the machine does only adds. */
const shortest = (text: string) => Math.min(time(text), time(text), time(text));

/** Where nothing takes longer, it is quick enough whatever it grows with. */
const SHORT_MS = 10;
const TIMES = 40;

/** Eight times as long; squared it would be 64 times. */
function expectSteady(unit: string): void {
  const long = filled(unit, 16_000);
  if (time(long) < TIMES * SHORT_MS) return;
  const short = Math.max(shortest(filled(unit, 2_000)), SHORT_MS);
  expect(shortest(long)).toBeLessThan(TIMES * short);
}

// 2,000 characters take 6 to 9 ms where nothing else runs.
test.each(Object.entries(benign))(
  'time grows with the length of ordinary posts: %s',
  (_script, posts) => expectSteady(posts.join(' ')),
);

/** What finders begin with, again and again, so that each begins everywhere and ends nowhere. */
const examples = Object.values(ONLY).map((post) =>
  post.replace(/[«»]/gu, '').replace(/,? ok$/u, ''),
);
const HOSTILE: readonly string[] = [
  ...examples,
  ...examples.map((post) => post.slice(0, -1)),
  ...examples.map((post) => post.slice(0, Math.ceil(post.length / 2))),
  ...[
    '1',
    '1 ',
    '1,',
    '2019-',
    'one ',
    'double ',
    '一,',
    '孖',
    '洞',
    'a',
    'a.',
    'a@',
    '@',
    '@ a',
    'a b ',
  ],
  ...[
    '. at qq点com',
    '_- - 0 0 - ',
    'e邮箱e',
    '-a.b\u0000',
    ' 点e',
    'p·a',
    'v不女',
    '微信',
    '微信 a',
    'w',
    '(',
  ],
  ...[
    '[…]',
    '1[…]',
    '加',
    '他加我',
    '路',
    '路1',
    '5座1楼',
    'id is ',
    'q:',
    '"',
    '搜"a',
    '!7w!',
    'w!',
    '\ud83d',
    '\u200b',
  ],
];

test.each(HOSTILE.map((unit) => [JSON.stringify(unit), unit] as const))(
  'time grows with the length and no faster: %s',
  (_name, unit) => expectSteady(unit),
);
