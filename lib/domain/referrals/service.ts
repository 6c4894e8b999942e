import { z } from 'zod';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODE } from '#lib/domain/basics/typed.ts';

export const MODES = ['in_person', 'phone', 'online'] as const;
export const COST_KINDS = ['free', 'paid', 'means_tested'] as const;

const localised = z.record(z.enum(LOCALES), z.string().trim().min(1).max(500));

/** A place where a visitor can meet a professional. Facts that go out of date carry a date. */
export const serviceSchema = z.strictObject({
  // The pattern of what a recorded step may name: an entry that could not be recorded is none.
  id: z
    .string()
    .regex(CODE)
    .transform((id) => id as ServiceId),
  name: localised,
  /** What it does, in one or two sentences. */
  what: localised,
  whoFor: localised,
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Coarse on purpose: a district chosen by hand, never a position. */
  area: z.string().trim().min(1).max(80),
  modes: z.array(z.enum(MODES)).min(1),
  costKind: z.enum(COST_KINDS),
  cost: localised,
  waitDays: z.int().min(0).max(730).nullable(),
  waitSeen: z.iso.date().nullable(),
  hours: localised,
  languages: z.array(z.string().min(2)).min(1),
  stepFree: z.boolean(),
  phone: z.string().trim().min(1).max(40),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  howToBook: localised,
  walkIn: z.boolean(),
  /** When a person last confirmed that all of this is true. */
  assuredDate: z.iso.date(),
  paused: z.boolean(),
  /** Shipped as an example: shown with a label, to be replaced before real use. */
  fictitious: z.boolean(),
});

export type Service = Readonly<z.infer<typeof serviceSchema>>;
export type Mode = (typeof MODES)[number];
export type CostKind = (typeof COST_KINDS)[number];
