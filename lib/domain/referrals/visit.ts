import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import type { Mode, Service } from './service.ts';

/** How a visit happened, as it is recorded. */
export const VISIT_MODES = ['in_person', 'phone', 'video', 'chat'] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

const OFFERED: Readonly<Record<Mode, readonly VisitMode[]>> = {
  in_person: ['in_person'],
  phone: ['phone'],
  online: ['video', 'chat'],
};

/** What can have happened at a service. */
export function visitModesOf({ modes }: Pick<Service, 'modes'>): readonly VisitMode[] {
  const offered = modes.flatMap((mode) => OFFERED[mode]);
  return VISIT_MODES.filter((mode) => offered.includes(mode));
}

/**
 * Security T7: a burst of codes is not made and redeemed in one go. Who may simply come in may come at once.
 * A later worker run forgets the time of issue, and with it the question.
 */
export const EARLIEST_MS = 12 * 3_600_000;

export function isTooEarly(
  { issuedAt, walkIn }: { readonly issuedAt: Instant | null; readonly walkIn: boolean },
  now: Instant,
): boolean {
  return !walkIn && issuedAt !== null && now - issuedAt < EARLIEST_MS;
}

/** ux.md D2: how long a recorded visit can be taken back. */
export const UNDO_MS = 10 * 60_000;

/** A sheet may lie for a week until somebody can type it in. */
export const OLDEST_SHEET_DAYS = 7;

export function isSheetDay(day: Day, today: Day): boolean {
  return day <= today && today - day <= OLDEST_SHEET_DAYS;
}
