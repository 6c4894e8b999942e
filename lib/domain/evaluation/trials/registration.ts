import { z } from 'zod';
import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { INTENDER_FROM } from '#lib/domain/basics/intention.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { WAY_IDS, wayOf } from '#lib/domain/bridges/ways.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';

/**
 * Whom a comparison may be about. A severe total is not among the bands, and nothing can name an answer to the
 * question about self-harm: whoever the crisis floor stands under is in none (measurement.md B1).
 */
export const COMPARED_BANDS = ['minimal', 'mild', 'moderate', 'moderately_severe'] as const;

/** Days within which somebody went; the grid of every figure about the gap. */
export const HORIZONS = [7, 14, 30, 60, 90] as const;

/** How the result is judged, laid down before the first person is in. */
export const ANALYSES = ['fixed', 'group_sequential', 'always_valid'] as const;

export const SECONDARIES = ['planned', 'booked'] as const;

/**
 * Level of the one-sided rule that stops a comparison for harm, for each arm beside the last one: laxer than that of any
 * benefit (B1). It is not shared among arms: what is missed weighs more than a stop without need (ICH E9, 1998, 6.4). So
 * where no arm harms, at most .10 of comparisons of two arms are stopped, .20 of three and .30 of four (Bonferroni); of
 * 2,000 simulated ones each .06, .12 and .15.
 */
export const HARM_LEVEL = 0.1;
/** Level of the sample-ratio alarm (B1). */
export const UNEVEN_LEVEL = 0.001;
export const LEVEL = 0.05;

export const MOST_ARMS = 4;
const MOST_TEXT = 900;
const MOST_PLANNED = 100_000;

const text = (most: number) => z.string().trim().min(1).max(most);
const each = <T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).min(1).max(values.length).refine(isDistinct);
const percent = z.int().min(1).max(99);

const arm = z.strictObject({
  way: z.enum(WAY_IDS),
  version: z.int().min(1).max(999),
  /** Of a hundred people, so many. */
  share: percent,
});

/**
 * What is compared, in whom and how it will be judged: written down, and locked by its hash, before the first
 * person is assigned. Who is offered which step is no part of it and cannot be.
 */
export const registrationSchema = z
  .strictObject({
    format: z.literal(1),
    /** Its name in every recorded step. */
    code: z.string().regex(CODE).max(40),
    title: text(120),
    question: text(MOST_TEXT),
    population: z.strictObject({
      bands: each(COMPARED_BANDS),
      /** The step that was chosen. */
      tiers: each(TIERS),
      locales: each(LOCALES),
      intentionFrom: z.int().min(1).max(7),
    }),
    /** The last one is what the others are compared with for harm, the first two are compared for the outcome. */
    arms: z
      .array(arm)
      .min(2)
      .max(MOST_ARMS)
      .refine((arms) => isDistinct(arms.map(({ way }) => way)), 'arms')
      .refine((arms) => arms.reduce((sum, { share }) => sum + share, 0) === 100, 'shares'),
    /** Went to a first visit within so many days, by any evidence; by the clinic's code beside it. */
    primary: z.strictObject({ outcome: z.literal('attended'), days: z.literal(HORIZONS) }),
    secondary: z.array(z.enum(SECONDARIES)).max(SECONDARIES.length).refine(isDistinct),
    /** Counted for everybody who was assigned, whatever else was registered. */
    safety: z.literal('deterioration_item9_or_help'),
    /** In percent: what is expected without it, and the power that was planned for. */
    expected: z.strictObject({ control: percent, power: z.literal([80, 90]) }),
    planned: z.int().min(20).max(MOST_PLANNED),
    analysis: z.enum(ANALYSES),
    /** How often a group-sequential analysis looks, evenly over closed windows. */
    looks: z.int().min(1).max(10),
    /** Half-width of "no difference", in points; null: nobody may write it. */
    margin: percent.nullable(),
    subgroups: z.array(z.enum(['band', 'locale'])).refine(isDistinct),
    /** Staff who may see the running figures. */
    mayLook: z.array(z.uuid()).max(20).refine(isDistinct),
    /** Reference of the approval of an ethics committee. */
    ethics: text(200),
    /** ISO date until which the results stay closed. */
    opensOn: z.iso.date(),
  })
  .refine(({ analysis, looks }) => analysis === 'group_sequential' || looks === 1, {
    path: ['looks'],
    message: 'looks',
  });

export type Registration = Readonly<z.infer<typeof registrationSchema>>;
export type Arm = Registration['arms'][number];

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** How many people of those planned are in the smaller one of the two arms that are compared. */
export function plannedPerArm({ planned, arms }: Pick<Registration, 'planned' | 'arms'>): number {
  const shares = arms.slice(0, 2).map(({ share }) => share);
  return Math.floor((planned * Math.min(...shares)) / 100);
}

const DAYS_TO_RESULTS = 400;

/** What a new registration begins with today. */
export function templates(today: Day): readonly Registration[] {
  const population: Registration['population'] = {
    bands: [...COMPARED_BANDS],
    tiers: ['face_to_face'],
    locales: [...LOCALES],
    intentionFrom: INTENDER_FROM,
  };
  const shared = {
    format: 1,
    population,
    primary: { outcome: 'attended', days: 30 },
    secondary: ['planned', 'booked'],
    safety: 'deterioration_item9_or_help',
    expected: { control: 30, power: 80 },
    looks: 1,
    margin: null,
    subgroups: ['band', 'locale'],
    mayLook: [],
    ethics: '-',
    opensOn: isoDate((today + DAYS_TO_RESULTS) as Day),
  } as const;
  const arms = (...given: readonly [WayIdOf, number][]) =>
    given.map(([way, share]) => ({ way, version: wayOf(way).version, share }));
  return [
    {
      ...shared,
      code: 'plan-or-page',
      title: 'If-then plan or information page',
      question:
        'Do people who mean to go to a first visit go more often within 30 days when they are led through an if-then plan than when they read an information page of the same length? A third group gets the feedback alone.',
      arms: arms(['if-then-plan', 34], ['information-page', 33], ['feedback-only', 33]),
      planned: 1500,
      analysis: 'always_valid',
    },
    {
      ...shared,
      code: 'plan-or-feedback',
      title: 'If-then plan or feedback alone',
      question:
        'Do people who mean to go to a first visit go more often within 30 days when they are led through an if-then plan than after the feedback alone?',
      arms: arms(['if-then-plan', 50], ['feedback-only', 50]),
      planned: 1000,
      analysis: 'always_valid',
    },
  ] as unknown as readonly Registration[];
}
type WayIdOf = Arm['way'];
