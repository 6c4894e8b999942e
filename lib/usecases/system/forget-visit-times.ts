import type { Instant } from '#lib/domain/basics/ids.ts';
import { EARLIEST_MS, UNDO_MS } from '#lib/domain/referrals/visit.ts';
import { forgetVisitTimes as forget } from '#lib/store/keeping.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Forgets when a visit code was made and used, as soon as nothing depends on it (decision D14). */
export function forgetVisitTimes({ db, now }: Pick<Context, 'db' | 'now'>): Promise<number> {
  return forget(db, {
    issued: (now - EARLIEST_MS) as Instant,
    redeemed: (now - UNDO_MS) as Instant,
  });
}
