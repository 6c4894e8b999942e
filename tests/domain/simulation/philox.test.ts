import { expect, test } from 'vitest';
import { Draws } from '#lib/domain/simulation/draws.ts';
import { philox } from '#lib/domain/simulation/philox.ts';

const ALL = 0xffffffff;

test('the known answers of the authors (Random123, kat_vectors, philox4x32 10)', () => {
  expect(philox([0, 0, 0, 0], [0, 0])).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
  expect(philox([ALL, ALL, ALL, ALL], [ALL, ALL])).toEqual([
    0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
  ]);
  expect(
    philox([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]),
  ).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
});

test('a sequence is its own for each seed, pathway and purpose, also beyond 32 bits', () => {
  const first = (seed: number, index: number, stream: 'who' | 'seek') =>
    new Draws(seed, index, stream).uniform();
  const big = 2 ** 32;
  const all = [
    first(1, 1, 'who'),
    first(1, 1, 'seek'),
    first(1, 2, 'who'),
    first(2, 1, 'who'),
    first(1 + big, 1, 'who'),
    first(1, 1 + big, 'who'),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(first(1, 1, 'who')).toBe(all[0]);
});

test('uniform, normal and exponential draws have the moments that they should have', () => {
  const draws = new Draws(5, 0, 'who');
  const n = 50_000;
  const many = (draw: () => number) => Array.from({ length: n }, draw);
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const near = (value: number, expected: number, sd: number) =>
    expect(Math.abs(value - expected)).toBeLessThan((3.2905 * sd) / Math.sqrt(n));
  const uniform = many(() => draws.uniform());
  near(mean(uniform), 0.5, Math.sqrt(1 / 12));
  near(mean(uniform.map((u) => (u - 0.5) ** 2)), 1 / 12, Math.sqrt(1 / 180));
  const normal = many(() => draws.normal());
  near(mean(normal), 0, 1);
  near(mean(normal.map((z) => z ** 2)), 1, Math.SQRT2);
  near(mean(many(() => draws.wait(3))), 3, 3);
  near(
    mean(
      many(() =>
        Number(
          draws.choose([
            [0, 1],
            [1, 3],
          ]),
        ),
      ),
    ),
    0.75,
    Math.sqrt(3 / 16),
  );
});
