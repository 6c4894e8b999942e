import type { Client } from 'pg';
import { FUNNEL_GROUPS } from '#lib/domain/evaluation/funnel.ts';
import { DIMENSIONS_SHOWN, type ShownBy } from '#lib/domain/evaluation/gap-figures.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { viewFunnel } from '#lib/usecases/researcher/view-funnel.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import type { Place, Published } from '../domain/evaluation/cubes.ts';

type Row = readonly (string | null)[];

const BYS = Object.keys(DIMENSIONS_SHOWN) as ShownBy[];
/** The file of everything that is not told apart by a filter. */
const BESIDE = BYS.length;
const isGap = ([figure]: Row) => figure === 'gap';
/** Made of the counts of other lines. */
const isMade = ([figure, , stage]: Row) => figure === 'gap' && /^gap_/.test(stage ?? '');

const rowsOf = (csv: string): readonly Row[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').map((cell) => (cell === '' ? null : cell)))
    .filter((row) => !isMade(row));

/** Where the count of a line stands among all that was kept; some cells stand in two tables. */
function keyOf({ file, figure, group, stage }: Place): string {
  if (figure === 'gap' && group !== 'all') return `gap/${BYS[file]}=${group}/${stage}`;
  if (figure === 'barriers' && stage === 'viewed') return `funnel/${group}/viewed`;
  if (figure !== 'quadrants' || group !== 'inclined') return `${figure}/${group}/${stage}`;
  return stage === 'asked' ? 'gap/all/closed_30' : 'gap/all/attended_30';
}

const beside = (figure: string, group: string, stage: string): Place => ({
  file: BESIDE,
  figure,
  group,
  stage,
});
const gapBy = (by: ShownBy, group: string, stage: string): Place => ({
  file: BYS.indexOf(by),
  figure: 'gap',
  group,
  stage,
});

const DIMENSIONS = ['psychological', 'cognitive', 'sociocultural', 'structural', 'digital'];
const GROUPS = ['all', ...FUNNEL_GROUPS];

/** Of one table and another, in the words of their pages: what is part of what. */
const WITHIN: readonly (readonly [Place, Place])[] = [
  ...GROUPS.map(
    (group) => [beside('barriers', group, 'named'), beside('funnel', group, 'engaged')] as const,
  ),
  ...FUNNEL_GROUPS.map(
    (tier) => [gapBy('tier', tier, 'closed_7'), beside('funnel', tier, 'completed')] as const,
  ),
  ...DIMENSIONS.map(
    (one) => [gapBy('barrier', one, 'closed_7'), beside('barriers', 'all', one)] as const,
  ),
  [gapBy('all', 'all', 'closed_30'), beside('quadrants', 'all', 'asked')],
  [beside('quadrants', 'all', 'actor'), beside('funnel', 'all', 'went')],
  ...[7, 14, 30, 60, 90].flatMap((days) =>
    GROUPS.flatMap((group) => {
      const by = group === 'all' ? 'all' : 'tier';
      return [
        [gapBy(by, group, `attended_${days}`), beside('funnel', group, 'went')] as const,
        [gapBy(by, group, `verified_${days}`), beside('funnel', group, 'confirmed')] as const,
      ];
    }),
  ),
  [beside('waited', 'all', 'booked'), beside('funnel', 'all', 'booked')],
  [beside('funnel', 'all', 'completed'), beside('harm', 'all', 'completed')],
];

/** And what divides what: everybody who named something is under one dimension; who saw a result is the same in both. */
const DIVIDED: readonly (readonly [Place, readonly Place[]])[] = GROUPS.flatMap((group) => [
  [
    beside('barriers', group, 'named'),
    DIMENSIONS.map((one) => beside('barriers', group, one)),
  ] as const,
  [beside('barriers', group, 'viewed'), [beside('funnel', group, 'viewed')]] as const,
]);

/** The files of the latest release as a reader gets them, by every filter, with the counts behind them to judge by. */
export async function readFiles(
  ctx: StaffContext<'research:funnel'>,
  owner: Client,
): Promise<Published> {
  const gaps: (readonly Row[])[] = [];
  for (const by of BYS) gaps.push(rowsOf((await viewGap(ctx, by, 'file')).csv));
  const others = (gaps[0] ?? []).filter((row) => !isGap(row));
  const harm = rowsOf((await viewHarm(ctx, 'file')).csv);
  const page = await viewFunnel(ctx, 'file');
  const funnel = page.kind === 'table' ? rowsOf(page.csv).map((row) => ['funnel', ...row]) : [];
  const { rows } = await owner.query<{ key: string; count: number }>(
    `SELECT c->>'key' AS key, (c->>'count')::integer AS count
     FROM (SELECT kept FROM ops.figure_release ORDER BY counted_on DESC LIMIT 1) r,
       jsonb_array_elements(r.kept->'counted'->'cells') AS c`,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  const files = [...gaps.map((file) => file.filter(isGap)), [...others, ...harm, ...funnel]];
  return {
    files,
    within: WITHIN,
    divided: DIVIDED,
    truth: (cell) => {
      const count = counts.get(keyOf(cell));
      if (count === undefined) throw new Error(`No count of ${keyOf(cell)}`);
      return count;
    },
  };
}
