import { z } from 'zod';
import type { ServiceId } from '#lib/domain/basics/ids.ts';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODE } from '#lib/domain/basics/typed.ts';

export const MODES = ['in_person', 'phone', 'online'] as const;
/** `ask`: nobody has told; never taken for free. */
export const COST_KINDS = ['free', 'paid', 'means_tested', 'ask'] as const;

/** Characters of one text: descriptions of published directories run to a page. */
export const LONGEST_TEXT = 2000;
/** Times that one entry may offer at once: two months of working days. */
export const MOST_SLOTS = 40;

const localised = z.record(z.enum(LOCALES), z.string().trim().min(1).max(LONGEST_TEXT));

/** A time that the service keeps free for a first visit, on its own clock. */
const slotSchema = z.strictObject({
  on: z.iso.date(),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

/** A place where a visitor can meet a professional. Facts that go out of date carry a date. */
export const serviceSchema = z
  .strictObject({
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
    /** Coarse on purpose: a district chosen by hand, never a position. Empty only while paused. */
    area: z.string().trim().max(80),
    modes: z.array(z.enum(MODES)).min(1),
    costKind: z.enum(COST_KINDS),
    cost: localised,
    waitDays: z.int().min(0).max(730).nullable(),
    /** On which day that wait was true. */
    waitSeen: z.iso.date().nullable(),
    hours: localised,
    /** BCP 47, the shortest code of each language. */
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
      .min(1)
      .max(40),
    /** Null: nobody has told. */
    stepFree: z.boolean().nullable(),
    /** Empty only while paused. */
    phone: z.string().trim().max(40),
    url: z.url({ protocol: /^https?$/ }).nullable(),
    howToBook: localised,
    walkIn: z.boolean(),
    /** When a person last confirmed that all of this is true. */
    assuredDate: z.iso.date(),
    paused: z.boolean(),
    /** Shipped as an example: shown with a label, to be replaced before real use. */
    fictitious: z.boolean(),
    personToAskFor: z.string().trim().min(1).max(80).nullable().default(null),
    slots: z.array(slotSchema).max(MOST_SLOTS).default([]),
    /** Languages whose words are those of another one, since the entry came in that one alone. */
    untranslated: z
      .array(z.enum(LOCALES))
      .max(LOCALES.length - 1)
      .default([]),
  })
  .refine(({ paused, area, phone }) => paused || (area !== '' && phone !== ''), 'is not whole');

export type Service = Readonly<z.infer<typeof serviceSchema>>;
export type Mode = (typeof MODES)[number];
export type CostKind = (typeof COST_KINDS)[number];
export type Slot = Readonly<z.infer<typeof slotSchema>>;
export type Localised = Service['name'];

/** Whether visitors could call it and know where it is; what is not whole stays paused. */
export function isWhole({ area, phone }: Pick<Service, 'area' | 'phone'>): boolean {
  return area !== '' && phone !== '';
}
