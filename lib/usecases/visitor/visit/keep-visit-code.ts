import type { OwnRecord } from '#lib/domain/plan/own-record.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';
import { changeOwnRecord } from '#lib/usecases/own-record.ts';

/** Keeps a visit code where only its owner can read it again. False without a return code. */
export function keepVisitCode(
  { db, session, key }: Pick<VisitorContext, 'db' | 'session' | 'key'>,
  visit: NonNullable<OwnRecord['visit']>,
): Promise<boolean> {
  return db.$transaction((tx) => changeOwnRecord(tx, session, { visit }, key));
}
