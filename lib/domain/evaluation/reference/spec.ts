import { z } from 'zod';

/** A share that is neither none nor all: a level, a chance, an allocation. */
const between = z.number().gt(0).lt(1);
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const plan = { alpha: between, power: between };

const audit = z
  .object({
    k: count,
    rows: z.array(z.string()),
    cols: z.array(z.string()),
    counts: z.array(z.array(count)),
    primary_only: z.array(z.object({ row: z.string(), col: z.string() })),
    with_complementary: z.array(z.object({ row: z.string(), col: z.string() })),
  })
  .refine(
    ({ rows, cols, counts }) =>
      counts.length === rows.length && counts.every((line) => line.length === cols.length),
    'counts must have one line for each row, and in it one number for each column',
  )
  .refine(
    ({ rows, cols, primary_only, with_complementary }) =>
      [...primary_only, ...with_complementary].every(
        ({ row, col }) => rows.includes(row) && cols.includes(col),
      ),
    'every suppressed cell must be in the table',
  );

const rising = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));

/** Retest reliability of the PHQ-9: Kroenke et al., J Gen Intern Med 16:606 (2001), doi:10.1046/j.1525-1497.2001.016009606.x. */
const PHQ9_RELIABILITY = 0.84;
const NO_TABLE = { k: 5, rows: [], cols: [], counts: [], primary_only: [], with_complementary: [] };

/** What the statistics are asked beside the table of pathways. What is left out is usual, or not asked for. */
export const STATISTICS_SPEC = z.strictObject({
  confidence: between.default(0.95),
  days: z.array(z.number().min(0)).min(1).default([7, 14, 30, 90]),
  /** The day of what is told of one day alone; else 30 where `days` has it, else the first of them. */
  horizon: z.number().min(0).optional(),
  /** The arm that every other is compared with; else `info`, else the first in the alphabet. */
  control_arm: z.string().optional(),
  allocation_plan: between.default(0.5),
  reliability: share.default(PHQ9_RELIABILITY),
  rogan_gladen: z.object({ se: share, sp: share }).nullable().default(null),
  wilson_edge: z
    .array(z.object({ x: count, n: count }).refine(({ x, n }) => x <= n, 'x must not be above n'))
    .default([]),
  km_small_loglog: z
    .array(
      z
        .object({
          time: z.array(z.number().min(0)),
          status: z.array(z.union([z.literal(0), z.literal(1)])),
        })
        .refine(({ time, status }) => time.length === status.length, 'one status for each time'),
    )
    .default([]),
  suppression_audit: audit.default(NO_TABLE),
  p_values: z.array(share).default([]),
  mde: z.array(z.object({ n_per_arm: z.int().min(1), p1: share, ...plan })).default([]),
  sample_size: z.array(z.object({ p1: share, p2: share })).default([]),
  sequential: z
    .object({
      information: z
        .array(z.number().gt(0).max(1))
        .min(1)
        .refine(rising, 'each look must have more information than the one before'),
      one_sided_alpha: z.number().gt(0).lt(0.5),
      schoenfeld_events: z.array(z.object({ hr: z.number().gt(0), ...plan })).default([]),
    })
    .nullable()
    .default(null),
  asymptotic_cs: z
    .object({
      alpha: between,
      rho: z.number().gt(0),
      allocation: between,
      at: z.array(z.int().min(1)),
    })
    .nullable()
    .default(null),
});
export type StatisticsSpec = z.infer<typeof STATISTICS_SPEC>;

/** What every part is asked. */
export interface Asked {
  readonly confidence: number;
  readonly days: readonly number[];
  /** The day of what is told of one day alone. */
  readonly horizon: number;
}

/** The horizon of the headline of the review: attended within 30 days. */
export const USUAL_HORIZON = 30;

export function askedOf({ confidence, days, horizon }: StatisticsSpec): Asked {
  const usual = days.includes(USUAL_HORIZON) ? USUAL_HORIZON : (days[0] ?? USUAL_HORIZON);
  return { confidence, days, horizon: horizon ?? usual };
}
