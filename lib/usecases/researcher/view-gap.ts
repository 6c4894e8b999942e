import type { Day } from '#lib/domain/basics/ids.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { dimensionsOf, type ShownBy } from '#lib/domain/evaluation/gap-figures.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { gapId } from '#lib/domain/evaluation/release/research-tables.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { listPolicyStarts } from '#lib/store/policies.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { figuresOf, fileRows, readRelease, writeFigures } from '#lib/usecases/research-figures.ts';

export interface GapView {
  /** What people can be told apart by. */
  readonly dimensions: readonly ShownBy[];
  readonly figures: readonly Figure[];
  readonly counted: CountedAt | null;
  /** Told apart by policy version: when each began to act, the earliest first. Otherwise null. */
  readonly versions: readonly VersionStart[] | null;
  readonly csv: string;
}

export interface VersionStart {
  readonly hash: string;
  readonly name: string;
  readonly from: Day;
}

const BESIDE = ['barriers', 'quadrants', 'stopped', 'waited', 'changed', 'stood_in'] as const;

/**
 * The gap between intention and behaviour, of people with research consent: told apart by one thing at a time, and the
 * figures beside it of everyone together. The page and its file are written from the same lines; a download leaves an
 * audit row.
 */
export async function viewGap(
  ctx: StaffContext<'research:funnel'>,
  by: ShownBy,
  as: 'page' | 'file',
): Promise<GapView> {
  const release = await readRelease(ctx);
  // Figures that were counted before a table came to be have none.
  const counted = BESIDE.filter((name) => release === null || release.printed.tables[name]);
  const beside = counted.map((name) => [name, name] as const);
  const figures = figuresOf(release, [[gapId(by), 'gap'], ...beside]);
  const csv = await writeFigures(figures, release?.counted ?? null);
  if (as === 'file') {
    const rows = fileRows(figures).length;
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'research.figures_downloaded', subject: null } as const;
    await ctx.db.$transaction((tx) => appendAudit(tx, { ...entry, detail: { page: 'gap', rows } }));
  }
  const versions = by === 'policy' ? await versionsOf(ctx, figures[0]) : null;
  const dimensions = dimensionsOf(ctx.config.entryPoints);
  return { dimensions, figures, counted: release?.counted ?? null, versions, csv };
}

/** Of the versions in a table. */
async function versionsOf(
  { db, config }: StaffContext<'research:funnel'>,
  gap: Figure | undefined,
): Promise<readonly VersionStart[]> {
  const groups = new Set(gap?.lines?.map(({ group }) => group));
  const known = (await listPolicyStarts(db)).filter(({ hash }) => groups.has(hash));
  return known.map(({ hash, name, from }) => ({
    hash,
    name,
    from: localTime(from, config.timeZone).day,
  }));
}
