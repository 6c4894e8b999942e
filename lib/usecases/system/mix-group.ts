import { mixGroup as mix } from '#lib/store/group/posts.ts';
import type { Context } from '#lib/usecases/context.ts';

/** Parts what was written for the group from who wrote it, on disk too. False where nothing was new. */
export function mixGroup({ db, today }: Pick<Context, 'db' | 'today'>): Promise<boolean> {
  return mix(db, today);
}
