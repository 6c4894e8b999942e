import ical, { ICalAlarmType } from 'ical-generator';
import type { Instant } from '#lib/domain/basics/ids.ts';

const QUARTER_HOUR_MS = 900_000;

interface Entry {
  /** Random: a calendar that is shared must not tell two files of one person. */
  readonly id: string;
  readonly at: Instant;
  /** Neutral: it stands in a calendar that others may see. */
  readonly title: string;
}

/** A calendar file (RFC 5545) of one entry with an alarm at its time, in UTC. No notes, no place, no address. */
export function calendarFile({ id, at, title }: Entry): string {
  const calendar = ical({ prodId: { company: 'reminder', product: 'reminder' } });
  const event = calendar.createEvent({
    id,
    // The moment itself: when the file was taken is nobody's business.
    stamp: new Date(at),
    start: new Date(at),
    end: new Date(at + QUARTER_HOUR_MS),
    summary: title,
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: title });
  return calendar.toString();
}
