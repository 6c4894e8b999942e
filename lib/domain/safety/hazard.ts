import { z } from 'zod';

/** Severity of the effect if nothing stopped it, in the words of DCB0129 (NHS Digital, 2018), table of severity. */
export const HAZARD_SEVERITIES = [
  'minor',
  'significant',
  'considerable',
  'major',
  'catastrophic',
] as const;

const text = z.string().min(10);

const hazardSchema = z.strictObject({
  id: z.string().regex(/^H-\d{2}$/),
  hazard: text,
  cause: text,
  effect: text,
  severity: z.enum(HAZARD_SEVERITIES),
  control: text,
  /** Files of this repository that fail when the control is lost: tests, or the settings of a check. */
  tests: z.array(z.string().regex(/^tests\/[\w./-]+\.(test\.tsx?|spec\.ts|config\.json)$/)).min(1),
  residual: z.strictObject({ risk: z.enum(['low', 'medium', 'high']), why: text }),
});

/** What can harm a visitor, what stops it, and which test proves that it does. */
export const hazardLogSchema = z.strictObject({
  schema: z.literal(1),
  scope: text,
  review: text,
  hazards: z
    .array(hazardSchema)
    .min(20)
    .refine((hazards) => new Set(hazards.map(({ id }) => id)).size === hazards.length, {
      message: 'Two hazards share an id',
    }),
});
