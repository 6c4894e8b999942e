import { z } from 'zod';

/** How far the opening hours may be promised. Only `always` may be shown as day and night. */
export const HOURS_KINDS = ['always', 'reported_always', 'varies', 'unknown'] as const;

export const LINE_KINDS = [
  'crisis',
  'urgent_care',
  'support',
  'youth',
  'abuse_and_welfare',
  'information',
  'directory',
] as const;

const phone = z.string().regex(/^[\d +-]+$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);
const isoWeekday = z.int().min(1).max(7);

/** Where a fact about a line comes from. `lastVerified` is when its source was current, not a check of ours. */
const provenance = {
  note: z.string().nullable(),
  sources: z.array(z.string()).min(1),
  lastVerified: z
    .string()
    .regex(/^\d{4}(-\d{2}-\d{2})?$/)
    .nullable(),
  // A line of low confidence is not shipped.
  confidence: z.enum(['high', 'medium-high', 'medium']),
};

const lineSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-[a-z0-9-]+$/),
  kind: z.enum(LINE_KINDS),
  name: z.string().min(1),
  /** The line's own name where it is not in Latin letters. */
  nameLocal: z.string().nullable(),
  phone: phone.nullable(),
  text: z
    .strictObject({ to: phone, keyword: z.string().nullable(), via: z.string().nullable() })
    .nullable(),
  chat: z.url().nullable(),
  url: z.url().nullable(),
  /** As the source prints it; never shown to visitors. */
  hours: z.string().nullable(),
  hoursKind: z.enum(HOURS_KINDS),
  /** Opening times as codes, where the source gives them; days as in ISO 8601, 1 = Monday. */
  weekly: z
    .array(z.strictObject({ days: z.array(isoWeekday).min(1), from: time, to: time }))
    .nullable(),
  languages: z.array(z.string()),
  free: z.boolean().nullable(),
  ...provenance,
});

const emergencySchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-emergency$/),
  phone,
  also: z.array(z.strictObject({ service: z.enum(['any', 'ambulance', 'police', 'fire']), phone })),
  ...provenance,
});

const directorySchema = z.strictObject({ name: z.string(), url: z.url() });

export const crisisLinesSchema = z.strictObject({
  schema: z.literal(1),
  compiled: z.string(),
  statement: z.string(),
  fallback: directorySchema,
  otherDirectories: z.array(directorySchema),
  sources: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      urls: z.array(z.url()),
      seen: z.string(),
      date: z.string().nullable(),
    }),
  ),
  heldBack: z.array(z.strictObject({ id: z.string(), reason: z.string().min(1) })),
  countries: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.strictObject({
      country: z.string(),
      emergency: emergencySchema,
      lines: z.array(lineSchema).min(1),
    }),
  ),
});

export type CrisisLine = Readonly<z.infer<typeof lineSchema>> & {
  /** ISO date on which this service itself last checked it; comes from the database, never from the file. */
  readonly checkedOn?: string;
};
export type EmergencyNumber = Readonly<z.infer<typeof emergencySchema>>;
