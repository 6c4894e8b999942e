import { z } from 'zod';
import { CODE } from '#lib/domain/basics/typed.ts';
import { PLAN } from './plan.ts';
import { KEPT_REMINDER } from './reminder.ts';
import { SAFETY_PLAN } from './safety-plan.ts';

/** The visit code, which only the person can read again; the clinic's side knows a keyed hash of it. */
const VISIT = z.strictObject({
  code: z.string().min(1).max(20),
  service: z.string().regex(CODE),
  until: z.int(),
});

/** Acts that are remembered: more than a person sends again, and few beside the rest of the record. */
export const MOST_ACTS = 32;

/**
 * What only the person themselves can read again, sealed under the key that their return code yields.
 * Nothing in it is counted, exported or seen by staff.
 */
export const OWN_RECORD = z.strictObject({
  version: z.literal(1),
  plan: PLAN.nullable(),
  visit: VISIT.nullable(),
  safety: SAFETY_PLAN.nullable(),
  /** Absent in what was kept before there were reminders. */
  reminder: KEPT_REMINDER.nullable().default(null),
  /** The week, by its Monday, in which the group asked last where the person is on their way. */
  askedWeek: z.int().nullable().default(null),
  /** The latest posts that changed it and are named by no recorded step: sent again, each is done already. */
  acts: z.array(z.string().max(40)).max(MOST_ACTS).default([]),
});
export type OwnRecord = Readonly<z.infer<typeof OWN_RECORD>>;

export const EMPTY_RECORD: OwnRecord = {
  version: 1,
  plan: null,
  visit: null,
  safety: null,
  reminder: null,
  askedWeek: null,
  acts: [],
};
