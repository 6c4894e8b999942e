import { TIERS } from '#lib/domain/routing/tier.ts';
import { BANDS } from '#lib/domain/screening/band.ts';
import { FORMS_OF_TOPICS } from '#lib/domain/screening/topics.ts';
import type { Coarsening, Column } from './column.ts';

type Given = Partial<Column> & Pick<Column, 'file' | 'name' | 'step' | 'derivation' | 'layer'>;

const SAME: readonly Coarsening[] = [{ kind: 'same' }];

/** A column, with what most columns have in common. */
function make(type: Column['type'], scope: Column['scope'], given: Given): Column {
  return {
    type,
    scope,
    unit: null,
    codes: null,
    codeTexts: null,
    ordered: false,
    range: null,
    missing: [],
    universe: 'everyone in the file',
    disclosure: 'none',
    since: '1.0.0',
    concept: 'none',
    open: null,
    controlled: SAME,
    ...given,
  };
}

const LAST_DAY = 36_600;
/** Windows that the figures use (measurement.md C3.1), then whether it came at all. */
const DAY_LEVELS: readonly Coarsening[] = [
  { kind: 'ranges', first: 1, ends: [1, 3, 7, 14, 30, 60, 90] },
  { kind: 'ranges', first: 1, ends: [7, 30, 90] },
  { kind: 'ranges', first: 1, ends: [30] },
  { kind: 'whether' },
];

/** The day of a step, counted from the start. */
export function dayColumn(given: Omit<Given, 'layer'> & { layer?: Column['layer'] }): Column {
  return make('integer', 'days', {
    unit: 'day',
    range: [1, LAST_DAY],
    missing: ['not_reached'],
    disclosure: 'quasi',
    layer: 'moderator',
    ...given,
  });
}
/** The same in the open tier too, in windows. */
export const openDay = (given: Parameters<typeof dayColumn>[0]): Column =>
  dayColumn({ ...given, open: DAY_LEVELS });

export const code = (scope: Column['scope'], given: Given) => make('string', scope, given);
export const whole = (scope: Column['scope'], given: Given) => make('integer', scope, given);

/** The name of a person in one study, or in one open request of it, made by a key that ends with the study. */
export const person = (file: Column['file']): Column =>
  code('nothing of the person', {
    file,
    name: 'person',
    step: 'none',
    derivation:
      'HMAC-SHA-256 of a random id under the key of the study, in the open tier under a key of this request alone; its last 4 digits mark the recipient',
    layer: 'technical',
    disclosure: 'direct',
    open: SAME,
  });

/** By which listed address somebody came: of a list that each service writes. */
export const entryPoint = (given: Pick<Column, 'file' | 'name'>): Column =>
  code('entry_point', {
    ...given,
    missing: ['not_asked'],
    step: 'screening.started',
    derivation:
      'listed address by which the person came, or direct; of people whose consent text names it',
    layer: 'input',
    disclosure: 'quasi',
    since: '2.1.0',
    controlled: [{ kind: 'same' }, { kind: 'hidden' }],
  });

/** The PHQ-4 calls its lowest range normal. */
export const BAND_LIST = ['normal', ...BANDS] as const;

/** Below and from the total at which the PHQ-9 and the GAD-7 count as in need: 10 points. */
export const BAND_GROUPS: Coarsening = {
  kind: 'groups',
  to: {
    normal: 'below_moderate',
    minimal: 'below_moderate',
    mild: 'below_moderate',
    moderate: 'moderate_or_more',
    moderately_severe: 'moderate_or_more',
    severe: 'moderate_or_more',
  },
};
const NEED: Coarsening = {
  kind: 'groups',
  to: {
    moderate: 'moderate_or_more',
    moderately_severe: 'moderate_or_more',
    severe: 'moderate_or_more',
  },
  rest: 'other',
};
const BAND_LEVELS: readonly Coarsening[] = [{ kind: 'same' }, BAND_GROUPS, NEED];

/** Few answer other forms, or none: they are together, so that they need not all be left out. */
export const INSTRUMENT_LEVELS: readonly Coarsening[] = [
  { kind: 'same' },
  { kind: 'groups', to: { 'phq-9': 'phq-9' }, rest: 'other' },
];

export const instrument = (given: Omit<Given, 'layer'>): Column =>
  code('total', {
    codes: FORMS_OF_TOPICS,
    codeTexts: 'instrument',
    missing: ['not_reached'],
    disclosure: 'quasi',
    concept: 'instrument',
    controlled: INSTRUMENT_LEVELS,
    layer: 'input',
    ...given,
  });

export const band = (given: Omit<Given, 'layer'>): Column =>
  code('total', {
    codes: BAND_LIST,
    codeTexts: 'band',
    ordered: true,
    missing: ['not_reached', 'skipped'],
    disclosure: 'quasi',
    concept: 'band',
    controlled: BAND_LEVELS,
    layer: 'input',
    ...given,
  });
export const openBand = (given: Omit<Given, 'layer'>): Column =>
  band({ ...given, open: BAND_LEVELS });

export const total = (given: Omit<Given, 'layer'>): Column =>
  whole('total', {
    unit: 'point',
    range: [0, 27],
    missing: ['not_reached', 'skipped'],
    disclosure: 'sensitive',
    concept: 'total',
    // A total tells its band, so it goes where bands are merged.
    controlled: [{ kind: 'same' }, { kind: 'hidden' }],
    layer: 'input',
    ...given,
  });

export const tier = (given: Omit<Given, 'layer'>): Column =>
  code('steps', {
    codes: TIERS,
    codeTexts: 'tier',
    missing: ['not_reached'],
    layer: 'attitude',
    ...given,
  });
/** No direction: relative to the offer, it would tell what was offered. */
export const decision = (given: Omit<Given, 'layer'>): Column =>
  code('steps', {
    codes: ['chosen', 'declined'],
    codeTexts: 'decision',
    missing: ['not_reached'],
    layer: 'attitude',
    ...given,
  });

export const intention = (given: Omit<Given, 'layer'>): Column =>
  whole('intention', {
    unit: 'point',
    range: [1, 7],
    ordered: true,
    missing: ['not_asked'],
    disclosure: 'sensitive',
    layer: 'attitude',
    ...given,
  });
/** Intending from 5 of 7 (lib/domain/basics/intention.ts). */
export const openIntention = (given: Omit<Given, 'layer'>): Column =>
  intention({ ...given, open: [{ kind: 'same' }, { kind: 'ranges', first: 1, ends: [4] }] });
