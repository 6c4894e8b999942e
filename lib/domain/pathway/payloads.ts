import { z } from 'zod';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODE } from '#lib/domain/basics/typed.ts';
import { BARRIER_CODES, DIMENSIONS } from '#lib/domain/bridges/barriers.ts';
import { BRIDGE_IDS } from '#lib/domain/bridges/bridges.ts';
import { WAY_IDS } from '#lib/domain/bridges/ways.ts';
import { REPLY_STEPS } from '#lib/domain/guidance/reply-step.ts';
import { PLAN_WHEN, REMINDERS } from '#lib/domain/plan/plan.ts';
import { SENT_CHANNELS } from '#lib/domain/plan/reminder.ts';
import { CARE, SIGNS } from '#lib/domain/routing/facts.ts';
import { PLACEMENT_REASONS } from '#lib/domain/routing/placement.ts';
import { TIERS } from '#lib/domain/routing/tier.ts';
import { BAND_CODES } from '#lib/domain/screening/band.ts';
import { INSTRUMENTS } from '#lib/domain/screening/instruments.ts';
import { ENTRY_POINT } from './entry-point.ts';

/** Codes and small numbers only: nothing a person typed can pass these patterns with a space in it. */
const code = z.string().regex(CODE);
const wholeFrom = (min: number, max: number) => z.int().min(min).max(max);
const occasion = wholeFrom(0, 9999);
const zeroToThree = z.literal([0, 1, 2, 3]);
const tier = z.enum(TIERS);
const instrument = z.string().refine((id) => INSTRUMENTS.has(id), 'is no instrument of ours');

/** Of the WHO-5, the longest scale; of the BACE-3, the longest form. */
const MOST = { points: 100, items: 30 } as const;

export const SCOPES = ['service', 'research'] as const;

/** How a person means to meet a service. */
export const REFERRAL_MODES = ['in_person', 'phone', 'video', 'chat'] as const;

/** Whole hours of waiting for an answer, coarse because staff are data subjects too. */
export const ANSWER_HOURS = ['0-24', '25-72', '73+'] as const;

/** Whole days of waiting, coarse: an exact wait with a service is close to a name. */
export const WAIT_DAYS = ['0-7', '8-14', '15-28', '29-84', '85+'] as const;

/** How a date ended: it was moved, the service called it off, or the person did. */
export const CANCEL_REASONS = ['moved', 'service', 'self'] as const;

/** What the person says, and a visit code that the clinic redeemed: asked apart and never merged. */
export const EVIDENCE = ['self_report', 'code'] as const;

/** Days after the plan on which it is asked how it went (measurement.md A2). */
export const CHECK_INS = [7, 14, 30, 90] as const;

export const WENT = ['done', 'not_yet', 'tried', 'changed', 'declined'] as const;

/** Whom somebody turned to, after the General Help-Seeking Questionnaire (Wilson et al. 2005). */
export const SOUGHT = [
  'professional_in_person',
  'professional_remote',
  'family',
  'friends',
  'online_community',
  'religious_leader',
  'none',
] as const;

/** Why somebody stops here (measurement.md A2). */
export const WHY_NOT = [
  'got_what_i_needed',
  'not_now',
  'not_for_me',
  'prefer_other',
  'no_answer',
] as const;

/** What got in the way of somebody who tried (ux.md 4.12). */
export const TRIED_WHY = ['line_busy', 'no_slots', 'cost', 'treated_badly', 'other'] as const;

const bridge = z.strictObject({
  bridge: z.enum([...BRIDGE_IDS, ...WAY_IDS]),
  version: wholeFrom(1, 999),
  dimension: z.enum(DIMENSIONS).nullable(),
  barrier: z.enum(BARRIER_CODES).nullable(),
});

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
      entryPoint: z.string().regex(ENTRY_POINT).optional(),
      // Stands in older rows, where it was written before it could be known. Nothing reads or writes it.
      mode: z.enum(['one', 'all']).optional(),
    }),
  },
  'screening.completed': {
    origins: ['user'],
    payload: z.strictObject({
      instrument,
      occasion,
      total: wholeFrom(0, MOST.points).nullable(),
      band: z.enum(BAND_CODES).nullable(),
      symptomClass: z.enum(['major', 'other', 'none']).nullable(),
      /** Asked once a visit, whatever the form; null where it was not asked. */
      item9: z.literal([0, 1, 2, 3, 'declined']).nullable(),
      difficulty: zeroToThree.nullable(),
      missing: wholeFrom(0, MOST.items),
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
      /** Absent where nobody asked; a stop alone says nothing about why. */
      reason: z.enum(WHY_NOT).optional(),
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
  'guidance.step_taken': {
    origins: ['user'],
    payload: z.strictObject({ kind: z.enum(REPLY_STEPS) }),
  },
  // Neither says which topic: with its day it would lead from a person's steps to what they wrote.
  'community.joined': { origins: ['user'], payload: z.strictObject({}) },
  'community.posted': { origins: ['user'], payload: z.strictObject({}) },
  'community.left': { origins: ['user'], payload: z.strictObject({}) },
  'referral.chosen': {
    origins: ['user'],
    payload: z.strictObject({ serviceId: code, mode: z.enum(REFERRAL_MODES) }),
  },
  'referral.opened': { origins: ['user'], payload: z.strictObject({ serviceId: code }) },
  'barriers.reported': {
    origins: ['user'],
    payload: z.strictObject({
      answer: z.enum(['given', 'none', 'declined']),
      codes: z.array(z.enum(BARRIER_CODES)).max(9),
      top: z.enum(DIMENSIONS).nullable(),
    }),
  },
  'bridge.shown': { origins: ['system'], payload: bridge },
  'bridge.used': { origins: ['user'], payload: bridge },
  'experiment.assigned': {
    origins: ['system'],
    payload: z.strictObject({
      experiment: code,
      arm: code,
      probability: z.number().gt(0).lt(1),
    }),
  },
  'plan.made': {
    origins: ['user'],
    payload: z.strictObject({
      tier,
      when: z.enum(PLAN_WHEN),
      hasWhere: z.boolean(),
      ownWords: z.boolean(),
      reminder: z.enum(REMINDERS),
    }),
  },
  'reminder.sent': {
    origins: ['system'],
    payload: z.strictObject({
      channel: z.enum(SENT_CHANNELS),
      k: z.int().min(1).max(2),
      /** `refused`: the address or the device takes nothing; `missed`: it could not be sent for two days. */
      outcome: z.enum(['sent', 'refused', 'missed']),
    }),
  },
  'reminder.acted': {
    origins: ['user'],
    payload: z.strictObject({
      channel: z.enum(SENT_CHANNELS),
      outcome: z.enum(['opened', 'cancelled']),
    }),
  },
  'appointment.booked': {
    origins: ['user'],
    payload: z.strictObject({ waitDays: z.enum(WAIT_DAYS).nullable() }),
  },
  'appointment.cancelled': {
    origins: ['user'],
    payload: z.strictObject({ reason: z.enum(CANCEL_REASONS) }),
  },
  'attendance.recorded': {
    origins: ['user', 'staff'],
    payload: z.strictObject({
      /** False takes back what was recorded by the same evidence before. */
      attended: z.boolean(),
      evidence: z.enum(EVIDENCE),
      mode: z.enum(REFERRAL_MODES).nullable(),
    }),
  },
  'checkin.answered': {
    origins: ['user'],
    payload: z.strictObject({
      due: z.literal(CHECK_INS),
      went: z.enum(WENT),
      why: z.enum(TRIED_WHY).nullable(),
      sought: z.array(z.enum(SOUGHT)).max(SOUGHT.length),
      needMet: wholeFrom(0, 4).nullable(),
      strength: wholeFrom(1, 7).nullable(),
      waitingNow: z.boolean().nullable(),
    }),
  },
  'safety.plan': { origins: ['user'], payload: z.strictObject({}) },
  'pathway.closed': {
    origins: ['user', 'system'],
    payload: z.strictObject({ reason: z.enum(['withdrawn', 'expired']) }),
  },
} as const;
