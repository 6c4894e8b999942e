import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listOpenAlerts, STOP } from '#lib/store/alerts.ts';
import { type AuditEntry, listAudit } from '#lib/store/audit.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { readStop, seenOf } from '#lib/usecases/stop.ts';

export interface PlacementsView {
  /** Null while placements follow the policy. */
  readonly stopped: {
    readonly since: LocalTime;
    readonly offers: number;
    readonly policies: readonly string[];
    /** What the page shows, so that nobody resumes over what was found since. */
    readonly seen: string;
  } | null;
  /** When every placement was last computed once more; null: never. */
  readonly checked: { readonly when: LocalTime; readonly offers: number } | null;
  /** Newest first. */
  readonly resumed: readonly {
    readonly when: LocalTime;
    readonly who: string | null;
    readonly note: string;
  }[];
}

const LATEST = 20;

/** Whether placements stand, since when they are checked, and why they were resumed before. */
export async function viewPlacements(
  ctx: StaffContext<'placements:resume'>,
): Promise<PlacementsView> {
  const { db, config } = ctx;
  const [[alert], [checked], resumed, staff] = await Promise.all([
    listOpenAlerts(db, STOP.kind),
    listAudit(db, { action: 'system.placements_checked', limit: 1 }),
    listAudit(db, { action: 'placement.resumed', limit: LATEST }),
    listStaff(db),
  ]);
  const names = new Map<string, string>(staff.map(({ id, name }) => [`staff:${id}`, name]));
  const when = ({ at }: Pick<AuditEntry, 'at'>) => localTime(at, config.timeZone);
  const stop = alert && readStop(alert.detail);
  return {
    stopped: stop
      ? {
          since: localTime(alert.openedAt, config.timeZone),
          offers: stop.offers,
          policies: stop.policies,
          seen: seenOf(alert.id, stop),
        }
      : null,
    checked: checked
      ? { when: when(checked), offers: Number(checked.detail['offers'] ?? 0) }
      : null,
    resumed: resumed.map((entry) => ({
      when: when(entry),
      who: names.get(entry.actor) ?? null,
      note: String(entry.detail['note'] ?? ''),
    })),
  };
}
