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
  id: z.string().regex(/^H-\d{2,3}$/),
  hazard: text,
  cause: text,
  effect: text,
  severity: z.enum(HAZARD_SEVERITIES),
  control: text,
  /**
   * What fails when the control is lost: a file of tests, ` › ` and the title of one of them where that
   * says more, or the settings of a check.
   */
  tests: z
    .array(z.string().regex(/^tests\/[\w./-]+\.(test\.tsx?|spec\.ts|config\.json)( › .+)?$/))
    .min(1),
  residual: z.strictObject({ risk: z.enum(['low', 'medium', 'high']), why: text }),
  /** The person who answers for the control in one deployment; null until it names one (DCB0129). */
  owner: text.nullable(),
});

/** What can harm a visitor, what stops it, and which test proves that it does. */
export const hazardLogSchema = z.strictObject({
  schema: z.literal(2),
  scope: text,
  review: text,
  owners: text,
  hazards: z
    .array(hazardSchema)
    .min(40)
    .refine((hazards) => new Set(hazards.map(({ id }) => id)).size === hazards.length, {
      message: 'Two hazards share an id',
    }),
});
