import {
  type Coarsening,
  type Column,
  type PackageFile,
  rangeCodes,
} from '#lib/domain/evaluation/package/column.ts';
import {
  coarseningOf,
  columnsOf,
  hasRows,
  levelsOf,
  type Shape,
} from '#lib/domain/evaluation/package/columns.ts';
import type { PackageFilter } from '#lib/domain/evaluation/package/request.ts';

/** The Thursday of the week of the start, which decides its quarter and year (ISO 8601). */
const THURSDAY = `(to_date(start_week, 'IYYY-"W"IW') + 3)`;
const PERIOD = {
  week: 'start_week',
  quarter: `to_char(${THURSDAY}, 'YYYY-"Q"Q')`,
  year: `to_char(${THURSDAY}, 'YYYY')`,
} as const;
/** The last day on which somebody of the same period can have come: up to three days after its last Thursday. */
const PERIOD_END = {
  week: `(${THURSDAY} + 3)`,
  quarter: `((date_trunc('quarter', ${THURSDAY}) + interval '3 months')::date + 2)`,
  year: `((date_trunc('year', ${THURSDAY}) + interval '1 year')::date + 2)`,
} as const;

/** What a shape says before it is known which comparisons are in it. */
type Levelled = Omit<Shape, 'comparisons'>;

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** How many days everybody of a period was followed at least. */
const followed = (unit: keyof typeof PERIOD) => `greatest(0, pub.cutoff() - ${PERIOD_END[unit]})`;

/** Whether somebody went, as far as everybody of the period was followed; of those who never did, who stepped out. */
function outcome(unit: keyof typeof PERIOD) {
  const left = `greatest(0, ${followed(unit)} - t0_day)`;
  const at = (day: string) => `greatest(1, ${day} - t0_day)`;
  // What was before t0 is no answer to it.
  const within = (day: string) => `(${day} >= t0_day AND ${at(day)} <= ${left})`;
  // Who says no and goes later has come back (measurement.md A3), as in the counts behind the pages.
  const out = `(attended_self_day >= t0_day) IS NOT TRUE AND ${within('out_day')}`;
  const cases = (attended: string, steppedOut: string, none: string) =>
    `CASE WHEN t0_day IS NULL THEN NULL WHEN ${within('attended_self_day')} THEN ${attended} WHEN ${out} THEN ${steppedOut} ELSE ${none} END`;
  return {
    status: cases(`'attended'`, `'stepped_out'`, `'censored'`),
    time: cases(at('attended_self_day'), at('out_day'), left),
  };
}

function rangeCase(how: Extract<Coarsening, { kind: 'ranges' }>, value: string): string {
  const codes = rangeCodes(how).map(quote);
  const whens = how.ends.map((end, i) => `WHEN ${value} <= ${end} THEN ${codes[i]}`).join(' ');
  return `CASE WHEN ${value} IS NULL THEN NULL ${whens} ELSE ${codes.at(-1)} END`;
}

/** A value of a view as it stands in a cell, before the reason for a missing one. */
function cellOf(how: Coarsening, value: string): string {
  switch (how.kind) {
    case 'same':
      return `(${value})::text`;
    case 'hidden':
      return `'suppressed'`;
    case 'whether':
      return `CASE WHEN ${value} IS NOT NULL THEN 'yes' END`;
    case 'period':
      return PERIOD[how.unit];
    case 'ranges':
      return rangeCase(how, value);
    case 'groups': {
      const whens = Object.entries(how.to).map(
        ([from, to]) => `WHEN ${quote(from)} THEN ${quote(to)}`,
      );
      return `CASE ${value} ${whens.join(' ')} ELSE ${how.rest ? quote(how.rest) : value} END`;
    }
  }
}

/** Why the cell of a column is empty where its view holds nothing. */
function reasonOf({ name, file, missing }: Column): string | null {
  const [first, second] = missing;
  if (first === undefined) return null;
  if (second === undefined) return quote(first);
  if (name === 'tier_decided')
    return `CASE WHEN decision IS NULL THEN ${quote(first)} ELSE ${quote(second)} END`;
  // A total that was withheld, or a form that was never finished.
  if (file === 'pathways')
    return `CASE WHEN checks = 0 THEN ${quote(first)} ELSE ${quote(second)} END`;
  const asked = name === 'strength' ? `'checkin.answered'` : `'screening.completed'`;
  return `CASE WHEN step = ${asked} THEN ${quote(second)} ELSE ${quote(first)} END`;
}

function expressionOf(column: Column, how: Coarsening, unit: keyof typeof PERIOD): string {
  const { file, name } = column;
  if (name === 'followed_days') return followed(unit);
  const derived = file === 'pathways' ? outcome(unit) : null;
  const source = derived && (name === 'status' || name === 'time') ? derived[name] : name;
  const reason = reasonOf(column);
  const cell = cellOf(how, source);
  return reason === null ? cell : `coalesce(${cell}, ${reason})`;
}

function entryUnit(shape: Levelled): keyof typeof PERIOD {
  const entry = columnsOf('pathways', { ...shape, without: [] }).find(
    ({ name }) => name === 'entry',
  );
  const how = entry ? coarseningOf(entry, shape) : null;
  return how?.kind === 'period' ? how.unit : 'year';
}

const ROWS: Readonly<Record<PackageFile, string>> = {
  pathways: 'pub.package_pathways',
  transitions: 'pub.package_transitions',
  screenings: `(SELECT * FROM pub.package_transitions WHERE step = 'screening.completed') AS forms`,
  checkins: `(SELECT * FROM pub.package_transitions WHERE step = 'checkin.answered') AS answers`,
  assignments: 'pub.package_assignments',
};

function filterOf(file: PackageFile, { from, to, instrument }: PackageFilter): string {
  const parts = ['true'];
  if (from !== null) parts.push(`${PERIOD.quarter} >= ${quote(from)}`);
  if (to !== null) parts.push(`${PERIOD.quarter} <= ${quote(to)}`);
  if (instrument !== null) {
    const people = `SELECT person FROM pub.package_pathways WHERE instrument = ${quote(instrument)}`;
    parts.push(file === 'pathways' ? `instrument = ${quote(instrument)}` : `person IN (${people})`);
  }
  return parts.join(' AND ');
}

/**
 * Which rows of a file. A comparison is given whole, whichever people were asked for: a part of it is none any
 * more, and two parts could be subtracted.
 */
function rowsOf(file: PackageFile, { tier, comparisons }: Shape, filter: PackageFilter): string {
  if (!hasRows(file, tier)) return 'false';
  if (file !== 'assignments') return filterOf(file, filter);
  return `experiment = ANY (ARRAY[${comparisons.map(quote).join(', ')}]::text[])`;
}

/** What the rows of a file stand under; a person has several in the files of steps. */
const ORDER: Readonly<Record<PackageFile, string>> = {
  pathways: 'person COLLATE "C"',
  // An expression is read from the view, where `seq` is a number, and a name from the cells, where it is a text.
  transitions: 'person COLLATE "C", seq + 0',
  screenings: 'person COLLATE "C", seq + 0',
  checkins: 'person COLLATE "C", seq + 0',
  assignments: 'assignment COLLATE "C"',
};

/** The rows of one file, every cell as text, ordered so that the same content is the same bytes. */
export function selectRows(file: PackageFile, shape: Shape, filter: PackageFilter): string {
  const unit = entryUnit(shape);
  const cells = columnsOf(file, shape).map(
    (column) => `${expressionOf(column, coarseningOf(column, shape), unit)} AS ${column.name}`,
  );
  const where = rowsOf(file, shape, filter);
  return `SELECT ${cells.join(', ')} FROM ${ROWS[file]} WHERE ${where} ORDER BY ${ORDER[file]}`;
}

/** Every level of the columns of one file that are made alike, and how many people share each combination. */
export function selectAlike(
  columns: readonly Column[],
  shape: Levelled,
  filter: PackageFilter,
): string {
  const levels = columns.map((column) =>
    (levelsOf(column, shape.tier) ?? []).map((how) => expressionOf(column, how, entryUnit(shape))),
  );
  const arrays = levels.map((cells) => `ARRAY[${cells.join(', ')}]`);
  const file = columns[0]?.file ?? 'pathways';
  const where = file === 'assignments' ? 'true' : filterOf(file, filter);
  return `SELECT jsonb_build_array(${arrays.join(', ')}) AS values, count(*)::integer AS people
    FROM ${ROWS[file]} WHERE ${where} GROUP BY 1`;
}

/** Who a package is about, as a number and as a hash of all names without their marks. */
export function selectPeople(filter: PackageFilter): string {
  return `SELECT count(*)::integer AS count,
      encode(sha256(convert_to(coalesce(string_agg(left(person, 20), '' ORDER BY person COLLATE "C"), ''), 'UTF8')), 'hex') AS hash
    FROM pub.package_pathways WHERE ${filterOf('pathways', filter)}`;
}
