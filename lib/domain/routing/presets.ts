import { RELIABLE_POINTS } from '#lib/domain/screening/change.ts';
import type { Condition, Policy, RoutedInstrument } from './policy.ts';
import { TOTALS } from './policy.ts';
import {
  GAD7_BANDS,
  GAD7_EIGHT,
  K6_FIVE,
  K6_THIRTEEN,
  K10_BANDS,
  OTHER_CARE,
  PHQ2_BANDS,
  PHQ2_LOW,
  PHQ4_BANDS,
  PHQ9_BANDS,
  PHQ9_LOW,
  PHQ9_SIXTEEN,
  PHQ9_TEN,
  RELIABLE_CHANGE,
  REVIEW_ORDER,
  type Source,
} from './preset-sources.ts';
import { settlePolicy, type Unsettled } from './settle.ts';
import type { Tier } from './tier.ts';

/** A policy to start from, with where each cut-off comes from and whom it was measured in. */
export interface Preset {
  readonly id: string;
  readonly policy: Policy;
  readonly cutoffs: readonly Cutoff[];
}

type AboveLowest = Exclude<Tier, 'guidance'>;

export interface Cutoff extends Source {
  readonly instrument: RoutedInstrument;
  readonly from: number;
  readonly tier: AboveLowest;
}

const cut = (
  instrument: RoutedInstrument,
  from: number,
  tier: AboveLowest,
  source: Source,
): Cutoff => ({
  instrument,
  from,
  tier,
  ...source,
});

/** Cut-offs that the presets share: the bands of each form's own authors. */
const SHARED: readonly Cutoff[] = [
  cut('phq-4', 3, 'community', PHQ4_BANDS),
  cut('phq-4', 6, 'face_to_face', PHQ4_BANDS),
  cut('phq-2', 3, 'face_to_face', PHQ2_BANDS),
  cut('k10', 20, 'community', K10_BANDS),
  cut('k10', 25, 'face_to_face', K10_BANDS),
  cut('k6', 5, 'community', K6_FIVE),
  cut('k6', 13, 'face_to_face', K6_THIRTEEN),
];

const REVIEW: readonly Cutoff[] = [
  cut('phq-9', 5, 'community', PHQ9_BANDS),
  cut('phq-9', 10, 'face_to_face', PHQ9_TEN),
  cut('gad-7', 5, 'community', GAD7_BANDS),
  cut('gad-7', 10, 'face_to_face', GAD7_BANDS),
  ...SHARED,
];

const NICE: readonly Cutoff[] = [
  cut('phq-9', 5, 'community', PHQ9_BANDS),
  cut('phq-9', 16, 'face_to_face', PHQ9_SIXTEEN),
  cut('gad-7', 5, 'community', GAD7_BANDS),
  cut('gad-7', 8, 'face_to_face', GAD7_EIGHT),
  ...SHARED,
];

const CONSERVATIVE: readonly Cutoff[] = [
  cut('phq-9', 5, 'face_to_face', PHQ9_LOW),
  cut('gad-7', 5, 'face_to_face', GAD7_BANDS),
  cut('phq-4', 3, 'face_to_face', PHQ4_BANDS),
  cut('phq-2', 2, 'face_to_face', PHQ2_LOW),
  cut('k10', 20, 'face_to_face', K10_BANDS),
  cut('k6', 5, 'face_to_face', K6_FIVE),
];

type When = readonly [AboveLowest, ...Condition[]];

const RECHECK: Condition = { fact: 'recheck' };
const worse = (instrument: RoutedInstrument, atLeast: number): Condition => ({
  fact: 'change',
  instrument,
  atLeast,
});
const total = (instrument: RoutedInstrument, atLeast: number): Condition => ({
  fact: 'total',
  instrument,
  atLeast,
});

/** One step up from where the tables put them: no reliable improvement, or a reliable worsening. */
const STEPPED: readonly When[] = [
  ['face_to_face', RECHECK, total('phq-9', 5), worse('phq-9', 1 - RELIABLE_POINTS['phq-9'])],
  ['face_to_face', RECHECK, total('gad-7', 5), worse('gad-7', 1 - RELIABLE_POINTS['gad-7'])],
  ['face_to_face', RECHECK, worse('phq-9', RELIABLE_POINTS['phq-9'])],
  ['community', RECHECK, worse('gad-7', RELIABLE_POINTS['gad-7'])],
];
/** Where the tables know two steps only, the next one up is the last. */
const TWO_STEPS: readonly When[] = [
  ['face_to_face', RECHECK, worse('gad-7', RELIABLE_POINTS['gad-7'])],
];
const ELSEWHERE: readonly When[] = [
  ['face_to_face', { fact: 'in_care' }],
  ['face_to_face', { fact: 'signs' }],
];

const BESIDE: Readonly<Record<AboveLowest, Tier[]>> = {
  community: ['guidance'],
  face_to_face: ['guidance', 'community'],
};

interface Plan {
  readonly id: string;
  readonly cutoffs: readonly Cutoff[];
  readonly raises: readonly When[];
  /** Said before the sources of the cut-offs, and after them. */
  readonly first: string;
  readonly last: string;
  /** What the lowest step has beside it. */
  readonly besideLowest: Tier[];
}

function presetOf({ id, cutoffs, raises, first, last, besideLowest }: Plan): Preset {
  const instruments = [...new Set(cutoffs.map(({ instrument }) => instrument))];
  const policy: Unsettled = {
    schema: 2,
    name: id,
    recheckAfterDays: 14,
    tables: instruments.map((instrument) => tableOf(instrument, cutoffs, besideLowest)),
    raises: raises.map(([tier, ...when]) => ({ when, tier, alsoOpen: [...BESIDE[tier]] })),
    otherwise: { tier: 'face_to_face', alsoOpen: [...BESIDE.face_to_face] },
    source: [first, ...sourcesOf(cutoffs), RELIABLE_CHANGE, OTHER_CARE, last]
      .filter((one) => one !== '')
      .map((one) => `${one}.`)
      .join(' '),
  };
  return { id, policy: settlePolicy(policy), cutoffs };
}

function tableOf(
  instrument: RoutedInstrument,
  cutoffs: readonly Cutoff[],
  besideLowest: Tier[],
): Unsettled['tables'][number] {
  const [lowest, highest] = TOTALS[instrument];
  const own = cutoffs.filter((one) => one.instrument === instrument);
  const beside = { ...BESIDE, guidance: besideLowest };
  const starts = [{ from: lowest, tier: 'guidance' as const }, ...own];
  const rows = starts.map(({ from, tier }, at) => {
    const to = (starts[at + 1]?.from ?? highest + 1) - 1;
    return { from, to, tier, alsoOpen: [...beside[tier]] };
  });
  return { instrument, rows };
}

/** Each source once, with the cut-offs that it speaks for. */
function sourcesOf(cutoffs: readonly Cutoff[]): readonly string[] {
  const byCitation = Map.groupBy(cutoffs, ({ citation }) => citation);
  return [...byCitation].map(([citation, own]) => {
    const names = own.map(({ instrument, from }) => `${instrument.toUpperCase()} ${from}`);
    return `${names.join(', ')}: ${citation}`;
  });
}

/** Proposals only: a clinician chooses, changes and signs before real use. */
export const PRESETS: readonly Preset[] = [
  // Decision D10.
  presetOf({
    id: 'review-default',
    cutoffs: REVIEW,
    raises: [...STEPPED, ...ELSEWHERE],
    first: REVIEW_ORDER,
    last: '',
    besideLowest: [],
  }),
  presetOf({
    id: 'nice-ng222-like',
    cutoffs: NICE,
    raises: [...STEPPED, ...ELSEWHERE],
    first: '',
    last: '16 cuts through the band 15-19. Not endorsed by NICE',
    besideLowest: [],
  }),
  presetOf({
    id: 'conservative',
    cutoffs: CONSERVATIVE,
    raises: [...TWO_STEPS, ...ELSEWHERE],
    first: 'Face-to-face from the lowest published band edge',
    last: '',
    besideLowest: ['community'],
  }),
];

/** The policy a new deployment starts with. */
export const DEFAULT_PRESET_ID = 'review-default';
