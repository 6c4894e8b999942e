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

/** What the statistics need beside the table of pathways. */
export const STATISTICS_SPEC = z.object({
  confidence: between,
  days: z.array(z.number().min(0)),
  allocation_plan: between,
  reliability: share,
  rogan_gladen: z.object({ se: share, sp: share }),
  wilson_edge: z.array(
    z.object({ x: count, n: count }).refine(({ x, n }) => x <= n, 'x must not be above n'),
  ),
  km_small_loglog: z.array(
    z
      .object({
        time: z.array(z.number().min(0)),
        status: z.array(z.union([z.literal(0), z.literal(1)])),
      })
      .refine(({ time, status }) => time.length === status.length, 'one status for each time'),
  ),
  suppression_audit: audit,
  p_values: z.array(share),
  mde: z.array(z.object({ n_per_arm: z.int().min(1), p1: share, ...plan })),
  sample_size: z.array(z.object({ p1: share, p2: share })),
  sequential: z.object({
    information: z
      .array(z.number().gt(0).max(1))
      .min(1)
      .refine(rising, 'each look must have more information than the one before'),
    one_sided_alpha: z.number().gt(0).lt(0.5),
    schoenfeld_events: z.array(z.object({ hr: z.number().gt(0), ...plan })),
  }),
  asymptotic_cs: z.object({
    alpha: between,
    rho: z.number().gt(0),
    allocation: between,
    at: z.array(z.int().min(1)),
  }),
});
export type StatisticsSpec = z.infer<typeof STATISTICS_SPEC>;
