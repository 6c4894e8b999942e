import type { Facts } from '../facts.ts';
import { route } from '../route.ts';
import { TIERS, type Tier, tierRank } from '../tier.ts';

/** So many checks that are alike in everything that a policy may read. */
export interface FactCell {
  readonly facts: Facts;
  readonly count: number;
}

/** From one step to another, or to the same: `guidance>community`. */
export type Move = `${Tier}>${Tier}`;
export const MOVES: readonly Move[] = TIERS.flatMap((from) =>
  TIERS.map((to): Move => `${from}>${to}`),
);

export function partsOf(move: Move): readonly [from: Tier, to: Tier] {
  return move.split('>') as [Tier, Tier];
}

export interface Replayed {
  /** Checks that could be placed. */
  readonly all: number;
  readonly moves: Readonly<Record<Move, number>>;
}

/**
 * Every check of the cells placed once more, by both policies, with the floor above each. One that could
 * not be added up is offered every step by both and is left out.
 */
export function replay(cells: readonly FactCell[], before: unknown, after: unknown): Replayed {
  const moves = Object.fromEntries(MOVES.map((move) => [move, 0])) as Record<Move, number>;
  let all = 0;
  for (const { facts, count } of cells) {
    const [from, to] = [tierOf(facts, before), tierOf(facts, after)];
    if (from === null || to === null) continue;
    moves[`${from}>${to}`] += count;
    all += count;
  }
  return { all, moves };
}

// Stryker disable next-line StringLiteral: no hash is looked at.
const tierOf = (facts: Facts, policy: unknown) => route(facts, { policy, hash: '' }).tier;

/** 1: more care, -1: less, 0: the same. */
export function directionOf(move: Move): -1 | 0 | 1 {
  const [from, to] = partsOf(move);
  return Math.sign(tierRank(to) - tierRank(from)) as -1 | 0 | 1;
}

/** The checks of so many days are placed once more. */
export const REPLAYED_DAYS = 90;

/** A policy that sends more than this share to less care needs a reason of its own. */
const MOST_DOWN = 0.05;

export function needsReason({ all, moves }: Replayed): boolean {
  const down = MOVES.filter((move) => directionOf(move) < 0);
  return down.reduce((sum, move) => sum + moves[move], 0) > all * MOST_DOWN;
}
