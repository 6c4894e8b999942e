import type { Disclosed, DisclosedTable } from '#lib/domain/evaluation/disclosure.ts';
import type { FunnelGroup, FunnelStage } from '#lib/domain/evaluation/funnel.ts';
import {
  FUNNEL_FILE_COLUMNS,
  type FunnelLine,
  fileRowsOf,
  linesOf,
  type RateInterval,
  rateOf,
} from '#lib/domain/evaluation/funnel-lines.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { cellsOf } from '#lib/domain/evaluation/release/printed.ts';
import { stamped } from '#lib/domain/evaluation/release/stamped.ts';
import { csvChunks } from '#lib/gateways/datasets.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readRelease } from '#lib/usecases/research-figures.ts';

/** A line of the funnel with its second rate: out of everyone of the group who entered it. */
export interface FunnelRow extends FunnelLine<FunnelGroup, FunnelStage> {
  readonly start: FunnelStage;
  readonly startCount: Disclosed;
  readonly startRate: Disclosed;
  readonly startInterval: RateInterval | null;
}

export type FunnelView = { readonly counted: CountedAt | null } & (
  | { readonly kind: 'too_few' }
  | { readonly kind: 'table'; readonly rows: readonly FunnelRow[]; readonly csv: string }
);

/**
 * How many people with research consent reached each stage, under decision D15. The page, its
 * sentences and the file are written from the same rows; a download leaves an audit row.
 */
export async function viewFunnel(
  ctx: StaffContext<'research:funnel'>,
  as: 'page' | 'file',
): Promise<FunnelView> {
  const release = await readRelease(ctx);
  const table = release?.printed.tables['funnel'];
  const cells = table === undefined ? null : cellsOf(table);
  const counted = release?.counted ?? null;
  // What was kept of the funnel is of its own groups and stages.
  const view: FunnelView =
    cells === null
      ? { kind: 'too_few', counted }
      : await printTable(cells as DisclosedTable<FunnelGroup, FunnelStage>, counted);
  if (as === 'file') {
    const actor = `staff:${ctx.actor.id}`;
    const detail = { rows: view.kind === 'table' ? view.rows.length : 0 };
    const entry = { actor, action: 'research.funnel_downloaded', subject: null, detail } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, entry));
  }
  return view;
}

async function printTable(
  table: DisclosedTable<FunnelGroup, FunnelStage>,
  counted: CountedAt | null,
): Promise<FunnelView> {
  const rows = linesOf(table).map((line) => withStart(table, line));
  const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');
  const cells = fileRowsOf(table).map((columns, place) => {
    const { start, startCount, startRate, interval, startInterval } = rows[place] as FunnelRow;
    const ends = [interval, startInterval].flatMap((one) => [one?.lo ?? null, one?.hi ?? null]);
    return [...columns, start, write(startCount), write(startRate), ...ends];
  });
  let csv = '';
  const file = stamped(FUNNEL_FILE_COLUMNS, cells, counted);
  for await (const chunk of csvChunks(...file)) csv += chunk;
  return { kind: 'table', counted, rows, csv };
}

/** Nobody is offered a step before completion, so that is where the ways of the groups begin. */
function withStart(
  table: DisclosedTable<FunnelGroup, FunnelStage>,
  line: FunnelLine<FunnelGroup, FunnelStage>,
): FunnelRow {
  const start = line.group === 'all' ? 'started' : 'completed';
  const startCount = table.cell(line.group, start);
  const { rate: startRate, interval: startInterval } = rateOf(line.count, startCount);
  return { ...line, start, startCount, startRate, startInterval };
}
