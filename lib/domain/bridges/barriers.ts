// What stands between a person and care: the five dimensions of Chen, Yang 2026 (DOI 10.2196/35057).

/** The five dimensions, in the order of the review's sections 3.1 to 3.5. */
export const DIMENSIONS = [
  'psychological',
  'cognitive',
  'sociocultural',
  'structural',
  'digital',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Table 2 of the review: what forms an intention, and what decides whether it turns into a step. */
type Layer = 'input' | 'moderating';
/** Figure 1 of the review: stigma at the core, thoughts and people around it, conditions outside. */
type Level = 'core' | 'mediating' | 'moderating';

interface Entry {
  readonly dimension: Dimension;
  readonly layers: readonly Layer[];
  readonly levels: readonly Level[];
  /** Section of the review that names it; null: not named there, added by us. */
  readonly section: string | null;
}

const entry = (
  dimension: Dimension,
  layer: Layer,
  level: Level,
  section: string | null,
): Entry => ({ dimension, layers: [layer], levels: [level], section });

const inside = (section: string | null) => entry('psychological', 'input', 'core', section);
const thought = (section: string | null) => entry('cognitive', 'input', 'mediating', section);
const around = (section: string | null) => entry('sociocultural', 'input', 'mediating', section);
const outside = (section: string | null) =>
  entry('structural', 'moderating', 'moderating', section);
const online = (section: string | null) => entry('digital', 'moderating', 'moderating', section);

/** Who helps already may carry a person to care or stand in for it: the review counts it in both layers. */
const bothWays = (section: string | null): Entry => ({
  dimension: 'sociocultural',
  layers: ['input', 'moderating'],
  levels: ['mediating', 'moderating'],
  section,
});

/** The codebook. Its order settles what ranks first among equals; a code is never renamed. */
export const BARRIERS = {
  'stigma-public': inside('3.1'),
  'stigma-self': inside('3.1'),
  'stigma-treatment': inside('3.1'),
  'fear-label': inside('3.1'),
  'fear-disclosure': inside('3.1'),
  'distrust-staff': inside('3.1'),
  career: inside('5.4'),
  'not-ill': thought('3.2'),
  'just-stress': thought('3.2'),
  'doubt-works': thought('3.2'),
  'bad-experience': thought('3.2'),
  'self-reliance': thought('3.2'),
  weakness: thought('3.2'),
  settled: thought('3.5'),
  face: around('3.3'),
  'family-against': around('3.3'),
  'family-burden': around('3.3'),
  overthinking: around('3.3'),
  'support-enough': bothWays('3.3'),
  religion: bothWays('4.2'),
  cost: outside('3.4'),
  'lost-income': outside('3.4'),
  distance: outside('3.4'),
  'low-energy': outside('3.4'),
  waiting: outside('3.4'),
  hours: outside(null),
  'dont-know-where': outside(null),
  'self-help-enough': online('3.5'),
  'check-was-enough': online('3.5'),
  'privacy-fear': online(null),
  'no-trust-online': online('3.5'),
  'no-device': online('3.5'),
  'no-skill': online('3.5'),
} as const satisfies Readonly<Record<string, Entry>>;

export type BarrierCode = keyof typeof BARRIERS;

/** Every code, in the order of the codebook. */
export const BARRIER_CODES = Object.keys(BARRIERS) as [BarrierCode, ...BarrierCode[]];

export function dimensionOf(code: BarrierCode): Dimension {
  return BARRIERS[code].dimension;
}
