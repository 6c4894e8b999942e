import { type BarrierCode, type Dimension, dimensionOf } from './barriers.ts';
import type { Population } from './bridge.ts';
import { BRIDGES, type Bridge, type BridgeId, isAbout } from './bridges.ts';
import { rankBarriers } from './rank.ts';

export interface Idea {
  readonly bridge: Bridge;
  /** The obstacle that it is shown for. */
  readonly barrier: BarrierCode;
  readonly dimension: Dimension;
  /** The person named the obstacle; else the idea goes along, so that nothing is left out. */
  readonly named: boolean;
}

/** The first is the visit's; the rest are other ways. */
export type Bundle = readonly [Idea, ...Idea[]];

export interface Asked {
  readonly codes: readonly BarrierCode[];
  readonly intention: number | null;
  readonly population: Population;
}

/** A second idea for an obstacle is added up to here; what a bundle owes is never cut. */
const ENOUGH = 6;

/** What goes along for a target that the person's own obstacles leave out. The first two are structural. */
const COMPANIONS: readonly BridgeId[] = [
  'words-for-the-call',
  'from-where-you-are',
  'questions-change-nothing',
];

/**
 * The ideas for these obstacles, at least one for each. Capability, opportunity and motivation are all
 * there, and a structural part, whatever was chosen: only together do they carry an intention over (Chen,
 * Yang 2026, sections 3.5 and 5.3).
 */
export function bundleFor({ codes, intention, population }: Asked): Bundle {
  const ranked = rankBarriers(codes, intention);
  const bridges = byPopulation(population);
  const ideas: Idea[] = [];
  const nextFor = (code: BarrierCode) =>
    bridges.find((one) => isAbout(one, code) && !ideas.some(({ bridge }) => bridge === one));
  for (const code of ranked) {
    const bridge = nextFor(code);
    const isServed = ideas.some((idea) => isAbout(idea.bridge, code));
    if (bridge && !isServed) ideas.push(ideaOf(bridge, code));
  }
  ideas.push(...companionsOf(ideas, ranked));
  for (const code of ranked) {
    const bridge = nextFor(code);
    if (bridge && ideas.length < ENOUGH) ideas.push(ideaOf(bridge, code));
  }
  return ideas as unknown as Bundle;
}

/** For what these ideas leave out: a target, or the structural part. */
function companionsOf(ideas: readonly Idea[], ranked: readonly BarrierCode[]): readonly Idea[] {
  const own = (bridge: Bridge) =>
    ideaOf(bridge, ranked.find((code) => isAbout(bridge, code)) ?? null);
  const covered = new Set(ideas.map(({ bridge }) => bridge.target));
  const all = COMPANIONS.flatMap((id) => BRIDGES.filter((one) => one.id === id));
  const added = all.filter(({ target }) => !covered.has(target)).map(own);
  const [structural] = all;
  const hasStructural = [...ideas, ...added].some(({ bridge }) => isStructural(bridge));
  return hasStructural || !structural ? added : [...added, own(structural)];
}

function isStructural({ barriers: [first] }: Bridge): boolean {
  return dimensionOf(first) === 'structural';
}

/** Whether there is a text for people who work in health care about any of these. */
export function hasStaffVariant(codes: readonly BarrierCode[]): boolean {
  return BRIDGES.some(
    (bridge) => bridge.population === 'health_staff' && codes.some((code) => isAbout(bridge, code)),
  );
}

/** Those written for the population come before those for everyone. */
function byPopulation(population: Population): readonly Bridge[] {
  const own = BRIDGES.filter((bridge) => bridge.population === population);
  if (population === 'general') return own;
  return [...own, ...BRIDGES.filter((bridge) => bridge.population === 'general')];
}

function ideaOf(bridge: Bridge, named: BarrierCode | null): Idea {
  const barrier = named ?? bridge.barriers[0];
  return { bridge, barrier, dimension: dimensionOf(barrier), named: named !== null };
}
