import { dateOfDay, dayNumber } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { SPOKEN } from '#lib/domain/basics/locale.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import { isWeekOver, type Waiting, waitingOf } from '#lib/domain/pathway/waiting.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { LONGEST_WAIT_DAYS, soonerThan } from '#lib/domain/referrals/wait.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { readOpenTiers } from '#lib/store/open-tiers.ts';
import { findTransitions, readPathway } from '#lib/store/pathways.ts';
import { listListedServices } from '#lib/store/services.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface ViewedWaiting {
  readonly row: PathwayRow;
  /** Null where nobody waits: nothing was chosen or booked, it is over, or the place has no wait. */
  readonly waiting: Waiting | null;
  /** The place that is waited for, and the one that was chosen last, as long as visitors see them. */
  readonly service: Service | null;
  readonly chosen: Service | null;
  readonly since: Day | null;
  /** The wait, as it is listed, was told or has been so far, is longer than it may be. */
  readonly long: boolean;
  /** A place where it is sooner. */
  readonly sooner: Service | null;
  readonly open: ReadonlySet<Tier>;
  /** A week has gone by since something was said of it. */
  readonly askDue: boolean;
}

/** Whether somebody waits for a visit, and what else there is; null where the pathway was erased. */
export async function viewWaiting(ctx: Omit<VisitorContext, 'key'>): Promise<ViewedWaiting | null> {
  const { db, today, now, locale } = ctx;
  const { pathwayId } = ctx.session;
  const [stored, transitions, listed, open] = await Promise.all([
    readPathway(db, pathwayId, null),
    findTransitions(db, pathwayId),
    listListedServices(db, today),
    readOpenTiers(db, { today, now }),
  ]);
  if (!stored) return null;
  const { row, start } = stored;
  const found = waitingOf(transitions ?? []);
  const byId = (id: string | null | undefined) => listed.find((one) => one.id === id) ?? null;
  const service = byId(found?.service);
  const waiting = found?.booked === false && service?.waitDays === 0 ? null : found;
  const day = dayNumber(start, today);
  const long = waiting !== null && isLong(waiting, service, day);
  return {
    row,
    waiting,
    service,
    chosen: byId(row.service),
    since: waiting === null ? null : dateOfDay(start, waiting.since),
    long,
    sooner:
      long && service ? soonerThan(listed, service, { language: SPOKEN[locale], today }) : null,
    open,
    // Before the first check-in of a plan, that one asks.
    askDue: waiting !== null && row.went !== null && isWeekOver(waiting, day),
  };
}

function isLong({ since, waitDays }: Waiting, service: Service | null, day: number): boolean {
  const listed = service?.waitDays ?? 0;
  return waitDays === '85+' || Math.max(listed, day - since) > LONGEST_WAIT_DAYS;
}
