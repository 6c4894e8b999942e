import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { readOwnRecord } from '#lib/usecases/own-record.ts';

/** What a person keeps for themselves. */
export function viewOwnRecord({
  db,
  session,
}: Pick<VisitorContext, 'db' | 'session'>): Promise<OwnRecord> {
  return readOwnRecord(db, session);
}
