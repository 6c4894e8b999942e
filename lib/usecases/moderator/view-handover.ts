import type { Day, StaffId } from '#lib/domain/basics/ids.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { type Shift, shiftsOn } from '#lib/domain/roster/shift.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openOwnNote } from '#lib/gateways/group-keys.ts';
import { findOwnNote } from '#lib/store/group/own-notes.ts';
import { type Item, listOpenRisks } from '#lib/store/group/queue.ts';
import { listShifts } from '#lib/store/roster.ts';
import { listNames } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

/** Who can take what a shift leaves open, at work within this many days. */
const TAKERS_WITHIN = 2;

export interface Taker {
  readonly id: StaffId;
  readonly name: string;
  readonly onCall: boolean;
  /** When their next shift begins. */
  readonly from: LocalTime;
}

export interface HandoverView {
  readonly risks: readonly (Pick<Item, 'id' | 'kind' | 'priority' | 'locale'> & {
    readonly waitedMs: number;
    readonly handedTo: string | null;
  })[];
  /** Who is at work next, then who can be called. Nobody: the group is for reading only. */
  readonly takers: readonly Taker[];
  /** What this moderator kept for themselves. */
  readonly note: string | null;
  readonly debrief: string | null;
}

/** The end of a shift: what is open, who can take it, and how the moderator is. */
export async function viewHandover(ctx: StaffContext<'group:moderate'>): Promise<HandoverView> {
  const { db, actor, now, today, config, secrets } = ctx;
  const [risks, shifts, names, sealed] = await Promise.all([
    listOpenRisks(db, { by: actor.id, now }),
    listShifts(db, 'moderator', today),
    listNames(db),
    findOwnNote(db, actor.id),
  ]);
  const others = shifts.filter(({ staffId }) => staffId !== actor.id);
  return {
    risks: risks.map(({ id, kind, priority, locale, arrivedAt, handedTo }) => ({
      ...{ id, kind, priority, locale, waitedMs: Math.max(0, now - arrivedAt) },
      handedTo: handedTo === null ? null : (names.get(handedTo) ?? null),
    })),
    takers: takersOf(others, localTime(now, config.timeZone), names),
    note: sealed && openOwnNote(secrets, actor.id, sealed),
    debrief: config.debriefContact,
  };
}

function takersOf(
  shifts: readonly Shift[],
  now: LocalTime,
  names: ReadonlyMap<StaffId, string>,
): readonly Taker[] {
  const days = Array.from({ length: TAKERS_WITHIN }, (_, ahead) => (now.day + ahead) as Day);
  const coming = days.flatMap((day) =>
    shiftsOn(shifts, day)
      .filter(({ to }) => day > now.day || to > now.minute)
      .map(({ staffId, onCall, from }) => ({
        id: staffId,
        name: names.get(staffId) ?? '',
        onCall,
        from: { day, minute: from },
      })),
  );
  // At work before on call, each once, by their next shift.
  const ordered = [...coming.filter((t) => !t.onCall), ...coming.filter((t) => t.onCall)];
  return ordered.filter((t, i) => ordered.findIndex(({ id }) => id === t.id) === i);
}
