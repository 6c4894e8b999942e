import { z } from 'zod';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { CARE, SIGNS } from '#lib/domain/routing/facts.ts';
import { PLACEMENT_REASONS } from '#lib/domain/routing/placement.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { BAND_CODES } from '#lib/domain/screening/band.ts';
import { INSTRUMENTS } from '#lib/domain/screening/instruments.ts';

/** Codes and small numbers only: nothing a person typed can pass these patterns with a space in it. */
const code = z.string().regex(CODE);
const wholeFrom = (min: number, max: number) => z.int().min(min).max(max);
const occasion = wholeFrom(0, 9999);
const zeroToThree = z.literal([0, 1, 2, 3]);
const instrument = z.string().refine((id) => INSTRUMENTS.has(id), 'is no instrument of ours');

/** Of the WHO-5, the longest scale; of the BACE-3, the longest form. */
const MOST_POINTS = 100;
const MOST_ITEMS = 30;

const tier = z.enum(TIERS);

export const SCOPES = ['service', 'research'] as const;

/** How a person means to meet a service. */
export const REFERRAL_MODES = ['in_person', 'phone', 'video', 'chat'] as const;

/** Whole hours of waiting for an answer, coarse because staff are data subjects too. */
export const ANSWER_HOURS = ['0-24', '25-72', '73+'] as const;

/** What each step records, and who can cause it. A step of the system's is never the person's engagement. */
export const RECORDED = {
  'consent.set': {
    origins: ['user'],
    payload: z.strictObject({
      scopes: z.array(z.enum(SCOPES)).max(SCOPES.length),
      textVersion: code,
    }),
  },
  'screening.started': {
    origins: ['user'],
    payload: z.strictObject({
      instrument,
      locale: z.enum(LOCALES),
      occasion,
      ageBand: z.literal('adult'),
      // Stands in older rows, where it was written before it could be known. Nothing reads or writes it.
      mode: z.enum(['one', 'all']).optional(),
    }),
  },
  'screening.completed': {
    origins: ['user'],
    payload: z.strictObject({
      instrument,
      occasion,
      total: wholeFrom(0, MOST_POINTS).nullable(),
      band: z.enum(BAND_CODES).nullable(),
      symptomClass: z.enum(['major', 'other', 'none']).nullable(),
      /** Asked once a visit, whatever the form; null where it was not asked. */
      item9: z.literal([0, 1, 2, 3, 'declined']).nullable(),
      difficulty: zeroToThree.nullable(),
      missing: wholeFrom(0, MOST_ITEMS),
      /** Absent where they were not asked. */
      care: z.enum(CARE).optional(),
      signs: z.enum(SIGNS).optional(),
    }),
  },
  'safety.shown': {
    origins: ['system'],
    payload: z.strictObject({ trigger: z.enum(['item9', 'request']) }),
  },
  'tier.offered': {
    origins: ['system'],
    payload: z.strictObject({
      occasion,
      tier: tier.nullable(),
      ruleId: code.nullable(),
      reason: z.enum(PLACEMENT_REASONS),
      crisisFloor: z.boolean(),
      alsoOpen: z.array(tier).max(TIERS.length),
    }),
  },
  'result.viewed': { origins: ['user'], payload: z.strictObject({ occasion }) },
  'tier.decided': {
    origins: ['user'],
    payload: z.strictObject({
      tier: tier.nullable(),
      decision: z.enum(['accepted', 'declined', 'stepped_up', 'stepped_down']),
      askAgainDays: z.literal([14, 30]).nullable(),
    }),
  },
  'intention.stated': {
    origins: ['user'],
    payload: z.strictObject({
      target: z.literal('face_to_face'),
      strength: wholeFrom(1, 7),
      horizonDays: z.literal(30),
      phase: z.enum(['before_result', 'after_step']),
    }),
  },
  'guidance.requested': { origins: ['user'], payload: z.strictObject({}) },
  'guidance.answered': {
    origins: ['staff'],
    payload: z.strictObject({ hours: z.enum(ANSWER_HOURS) }),
  },
  'guidance.read': { origins: ['user'], payload: z.strictObject({}) },
  'referral.chosen': {
    origins: ['user'],
    payload: z.strictObject({ serviceId: code, mode: z.enum(REFERRAL_MODES) }),
  },
  'referral.opened': { origins: ['user'], payload: z.strictObject({ serviceId: code }) },
  'pathway.closed': {
    origins: ['user', 'system'],
    payload: z.strictObject({ reason: z.enum(['withdrawn', 'expired']) }),
  },
} as const;
