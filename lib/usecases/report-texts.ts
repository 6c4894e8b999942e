import type { StaffId } from '#lib/domain/basics/ids.ts';
import type { HarmLevel } from '#lib/domain/reports/report.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openReport } from '#lib/gateways/report-keys.ts';
import type { SealedCase } from '#lib/store/reports.ts';
import type { Context } from '#lib/usecases/context.ts';

/** What was recorded of a serious incident. */
export interface Incident {
  readonly happened: string;
  readonly harm: HarmLevel;
  readonly done: string;
  readonly recordedBy: string;
  readonly reviewedBy: string | null;
  readonly reviewed: LocalTime | null;
}

/** Null where the case is none. */
export function incidentOf(
  { secrets, config }: Pick<Context, 'secrets' | 'config'>,
  found: SealedCase,
  names: ReadonlyMap<StaffId, string>,
): Incident | null {
  const { id, serious, happened, harm, done, recordedBy, reviewedBy, reviewedAt } = found;
  if (!serious || harm === null || recordedBy === null) return null;
  return {
    happened: openReport(secrets, id, 'happened', happened) ?? '',
    harm,
    done: openReport(secrets, id, 'done', done) ?? '',
    recordedBy: names.get(recordedBy) ?? '',
    reviewedBy: reviewedBy && (names.get(reviewedBy) ?? ''),
    reviewed: reviewedAt && localTime(reviewedAt, config.timeZone),
  };
}
