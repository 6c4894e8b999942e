import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day, ThreadId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';

/** The lists of the inbox; `waiting`: answered, so it is the person's turn. */
export const INBOX_TABS = ['mine', 'unassigned', 'waiting', 'soon', 'late'] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

/** How much of guides' time may be left where an answer is due soon. */
export const SOON_MINUTES = 4 * 60;

/** 0 speaks of danger, 1 may do so, 2 does not: the lists begin with the lowest. */
export const URGENCIES = { explicit: 0, implicit: 1, none: 2 } as const;
export type Urgency = (typeof URGENCIES)[keyof typeof URGENCIES];

/** The last row of a page: the next page begins after it. */
export type Place =
  | { readonly urgency: number; readonly promisedAt: number | null; readonly id: ThreadId }
  | { readonly answeredOn: Day; readonly id: ThreadId };

export function writePlace(place: Place): string {
  return 'answeredOn' in place
    ? `${isoDate(place.answeredOn)}_${place.id}`
    : `${place.urgency}_${place.promisedAt ?? ''}_${place.id}`;
}

const QUEUED = /^([012])_(\d{0,15})_(.{36})$/;
const ANSWERED = /^(\d{4}-\d{2}-\d{2})_(.{36})$/;

/** Null for anything else: then the first page is shown. */
export function readPlace(text: string): Place | null {
  const queued = QUEUED.exec(text);
  if (queued) {
    const [, urgency, at = '', id = ''] = queued;
    if (!isUuid(id)) return null;
    const promisedAt = at === '' ? null : Number(at);
    return { urgency: Number(urgency), promisedAt, id: id as ThreadId };
  }
  const [, date = '', id = ''] = ANSWERED.exec(text) ?? [];
  const answeredOn = dayFromIso(date);
  return answeredOn === null || !isUuid(id) ? null : { answeredOn, id: id as ThreadId };
}
