import type { Client } from 'pg';
import { DIMENSIONS_SHOWN, type ShownBy } from '#lib/domain/evaluation/gap-figures.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { viewGap } from '#lib/usecases/researcher/view-gap.ts';
import { viewHarm } from '#lib/usecases/researcher/view-harm.ts';
import type { Published } from '../domain/evaluation/cubes.ts';

type Row = readonly (string | null)[];

const BYS = Object.keys(DIMENSIONS_SHOWN) as ShownBy[];
const isGap = ([figure]: Row) => figure === 'gap';

const rowsOf = (csv: string): readonly Row[] =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').map((cell) => (cell === '' ? null : cell)));

/** Where the count of a line stands among all that was kept; who intended to go, in the quadrants, is everyone of the gap. */
function keyOf({ file, figure, group, stage }: Parameters<Published['truth']>[0]): string {
  if (figure === 'gap' && group !== 'all') return `gap/${BYS[file]}=${group}/${stage}`;
  if (figure !== 'quadrants' || group !== 'inclined') return `${figure}/${group}/${stage}`;
  return stage === 'asked' ? 'gap/all/closed_30' : 'gap/all/attended_30';
}

/** The files of the latest release as a reader gets them, by every filter, with the counts behind them to judge by. */
export async function readFiles(
  ctx: StaffContext<'research:funnel'>,
  owner: Client,
): Promise<Published> {
  const gaps: (readonly Row[])[] = [];
  for (const by of BYS) gaps.push(rowsOf((await viewGap(ctx, by, 'file')).csv));
  const beside = (gaps[0] ?? []).filter((row) => !isGap(row));
  const harm = rowsOf((await viewHarm(ctx, 'file')).csv);
  const { rows } = await owner.query<{ key: string; count: number }>(
    `SELECT c->>'key' AS key, (c->>'count')::integer AS count
     FROM (SELECT kept FROM ops.figure_release ORDER BY counted_on DESC LIMIT 1) r,
       jsonb_array_elements(r.kept->'counted'->'cells') AS c`,
  );
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  return {
    files: [...gaps.map((file) => file.filter(isGap)), [...beside, ...harm]],
    truth: (cell) => {
      const count = counts.get(keyOf(cell));
      if (count === undefined) throw new Error(`No count of ${keyOf(cell)}`);
      return count;
    },
  };
}
