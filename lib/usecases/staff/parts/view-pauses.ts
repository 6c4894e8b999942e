import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { PARTS, type Part } from '#lib/domain/roster/pause.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { readPauses } from '#lib/store/roster.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface PartState {
  readonly part: Part;
  /** Null: it is open. */
  readonly until: LocalTime | null;
}

/** Every part that can be closed, and until when it is. */
export async function viewPauses({
  db,
  now,
  config,
}: StaffContext<'parts:pause'>): Promise<readonly PartState[]> {
  const pauses = await readPauses(db, now);
  return PARTS.map((part) => {
    const at = pauses.get(part);
    return { part, until: at === undefined ? null : localTime(at, config.timeZone) };
  });
}
