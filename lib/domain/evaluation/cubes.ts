import type { Day } from '../basics/ids.ts';

/** What people may be told apart by, at most two things at a time beside the months in which they began. */
export const SPLITS = [
  'all',
  'tier_band',
  'tier_barrier',
  'policy',
  'locale',
  'entry_point',
] as const;
export type Split = (typeof SPLITS)[number];

/** Ends of windows, in days from the day that intention was stated (measurement.md B2). */
export const WINDOWS = [7, 14, 30, 60, 90] as const;
export type Window = (typeof WINDOWS)[number];

export type Intender = 'yes' | 'no' | 'not_asked';

/** Whoever began in months from a day until before another, in the cells of one split. */
export interface Cohort {
  readonly split: Split;
  readonly from: Day;
  readonly until: Day;
}

/** A cell of a split: e.g. `a` the tier and `b` the band. */
interface InCell {
  readonly a: string;
  readonly b: string;
}

/** People of one kind whose window was closed at the cutoff. */
export interface WindowCount extends InCell {
  readonly intender: Intender;
  readonly days: Window;
  readonly n: number;
  /** Of whom it was known by the end of the window that they had gone, by any word. */
  readonly attended: number;
  /** By a clinic's code. */
  readonly verified: number;
  /** Are not among `attended`, and had not told by the end of the window, or later, that they had not gone yet. */
  readonly unheard: number;
}

/** What happened on one day after the intention. */
export interface CurveDay {
  readonly intender: Intender;
  readonly day: number;
  readonly events: number;
  readonly other: number;
  readonly censored: number;
}

/** Figures of one mark a person, each with the splits that it is counted by. */
export const MARK_SPLITS = {
  reached: SPLITS,
  stopped: ['all', 'tier_band'],
  changed: ['all', 'tier_band'],
  stood_in: ['all', 'tier_band'],
  waited: ['all', 'tier_band'],
  /** These two hold everyone, the others people with research consent. */
  harm: ['all'],
  left: ['all'],
} as const satisfies Readonly<Record<string, readonly Split[]>>;
export type MarkFigure = keyof typeof MARK_SPLITS;

export interface MarkCount extends InCell {
  readonly mark: string;
  readonly n: number;
}
