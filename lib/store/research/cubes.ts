import type { Day } from '#lib/domain/basics/ids.ts';
import {
  type Cohort,
  type CurveDay,
  type MarkCount,
  type MarkFigure,
  WINDOWS,
  type WindowCount,
} from '#lib/domain/evaluation/cubes.ts';
import type { Research } from './connection.ts';

const EPOCH = `DATE '1970-01-01'`;
const IN_COHORT = `split = $1 AND cohort >= ${EPOCH} + $2::integer AND cohort < ${EPOCH} + $3::integer`;
const open = ({ split, from, until }: Cohort) => [split, from, until];

/** Whole months whose 90 days were over at the cutoff ($4), and the dates after them. */
const ENTERED = `${IN_COHORT} AND (
  (span = 'month' AND entry < date_trunc('month', ${EPOCH} + $4::integer - 90)::date)
  OR (span = 'day' AND entry >= date_trunc('month', ${EPOCH} + $4::integer - 90)::date))`;
/** Days from entry to the cutoff, of 90 that are looked at. */
const FOLLOWED = `least(CASE span WHEN 'month' THEN 90 ELSE ${EPOCH} + $4::integer - entry END, 90)`;

/** The longest window that was closed then. */
const CLOSED = `CASE ${WINDOWS.toReversed()
  .map((days) => `WHEN ${FOLLOWED} >= ${days} THEN ${days}`)
  .join(' ')} END`;

/**
 * The windows that were closed at a cutoff, for every cell of a split. What was known by the end of a window counts;
 * `unheard`: not known by then to have gone, and they never answered, at its end or later, that they had not gone yet.
 */
export async function listWindows(
  research: Research,
  cohort: Cohort,
  cutoff: Day,
): Promise<readonly WindowCount[]> {
  const { rows } = await research.query<WindowCount>(
    `SELECT a, b, intender, days, sum(n)::integer AS n,
       coalesce(sum(n) FILTER (WHERE attended_in BETWEEN 1 AND days), 0)::integer AS attended,
       coalesce(sum(n) FILTER (WHERE verified_in BETWEEN 1 AND days), 0)::integer AS verified,
       coalesce(sum(n) FILTER (WHERE attended_in NOT BETWEEN 1 AND days AND told < days), 0)::integer AS unheard
     FROM (
       SELECT a, b, intender, attended_in, verified_in, told, sum(n) AS n, ${CLOSED} AS followed
       FROM pub.window_count WHERE ${ENTERED} GROUP BY 1, 2, 3, 4, 5, 6, 8) c
     JOIN (VALUES (7), (14), (30), (60), (90)) AS w (days) ON followed >= days
     GROUP BY 1, 2, 3, 4`,
    [...open(cohort), cutoff],
  );
  return rows;
}

/** Who went, stepped out or was last followed on each day up to 90, in one cell of a split, or (null) in all. */
export async function listCurveDays(
  research: Research,
  cohort: Cohort,
  cell: { readonly a: string; readonly b: string } | null,
  cutoff: Day,
): Promise<readonly CurveDay[]> {
  const { rows } = await research.query<CurveDay>(
    `SELECT intender, CASE WHEN happened THEN day ELSE followed END AS day,
       coalesce(sum(n) FILTER (WHERE happened AND status = 'attended'), 0)::integer AS events,
       coalesce(sum(n) FILTER (WHERE happened AND status = 'stepped_out'), 0)::integer AS other,
       coalesce(sum(n) FILTER (WHERE NOT happened), 0)::integer AS censored
     FROM (
       SELECT intender, status, day, n, followed, status <> 'open' AND day <= followed AS happened
       FROM (SELECT *, ${FOLLOWED} AS followed FROM pub.curve_count
             WHERE ${ENTERED} AND ($5::text IS NULL OR (a = $5 AND b = $6))) e
       WHERE followed > 0) c
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [...open(cohort), cutoff, cell?.a ?? null, cell?.b ?? null],
  );
  return rows;
}

/** Marks of a figure, for every cell of a split; of windows that began on `begun` or before. */
export async function listMarks(
  research: Research,
  figure: MarkFigure,
  cohort: Cohort,
  begun: Day,
): Promise<readonly MarkCount[]> {
  const { rows } = await research.query<MarkCount>(
    `SELECT a, b, mark, sum(n)::integer AS n FROM pub.mark_count
     WHERE ${IN_COHORT} AND since <= ${EPOCH} + $4::integer AND figure = $5 GROUP BY 1, 2, 3`,
    [...open(cohort), begun, figure],
  );
  return rows;
}

/** The first days of the months in which somebody with research consent began, and how many steps wait to be counted. */
export async function findCoverage(
  research: Research,
): Promise<{ readonly months: readonly Day[]; readonly waiting: number }> {
  const { rows } = await research.query<{ months: Day[] | null; waiting: number }>(
    `SELECT waiting, (SELECT array_agg(DISTINCT cohort - ${EPOCH} ORDER BY cohort - ${EPOCH})
       FROM pub.mark_count WHERE figure = 'reached' AND split = 'all') AS months
     FROM pub.cube_state`,
  );
  return { months: rows[0]?.months ?? [], waiting: rows[0]?.waiting ?? 0 };
}
