import type { Day } from '#lib/domain/basics/ids.ts';
import { listClosedDays } from '#lib/store/roster.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Deadlines are counted from cases that arrived up to so long ago. */
const LOOK_BACK_DAYS = 90;

/** The days off of guides and of moderators alike: nobody works at the service on them. */
export async function daysOffForAll({
  db,
  today,
}: Pick<Context, 'db' | 'today'>): Promise<ReadonlySet<Day>> {
  const from = (today - LOOK_BACK_DAYS) as Day;
  const [guides, moderators] = await Promise.all([
    listClosedDays(db, 'guide', from),
    listClosedDays(db, 'moderator', from),
  ]);
  const others = new Set(moderators.map(({ day }) => day));
  return new Set(guides.map(({ day }) => day).filter((day) => others.has(day)));
}
