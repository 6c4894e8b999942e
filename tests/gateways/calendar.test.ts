import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { calendarFile } from '#lib/gateways/calendar.ts';

/** The file as another program reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  if (!event || more.length > 0) throw new Error('not one event');
  const alarms = event.getAllSubcomponents('valarm');
  return { calendar, event: new ICAL.Event(event), properties: event.getAllProperties(), alarms };
}

it('is one neutral entry with an alarm at its moment, whatever the moment', () => {
  const years = { min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 11, 31) };
  fc.assert(
    fc.property(fc.integer(years), fc.constantFrom('Reminder', '提醒', '提示'), (ms, title) => {
      const at = (ms - (ms % 60_000)) as Instant;
      const text = calendarFile({ id: 'a-random-id', at, title });
      const { event, alarms } = read(text);
      expect(event.summary).toBe(title);
      expect(event.uid).toBe('a-random-id');
      expect(event.startDate.toJSDate().getTime()).toBe(at);
      expect(event.startDate.zone.tzid).toBe('UTC');
      expect(event.duration.toSeconds()).toBe(900);
      expect(alarms).toHaveLength(1);
      expect(alarms[0]?.getFirstPropertyValue('trigger')?.toString()).toMatch(/^PT?0S$|^-?PT0S$/);
    }),
    { numRuns: 200 },
  );
});

it('says nothing of the person, the service or when it was taken', () => {
  const at = Date.UTC(2026, 1, 28, 23, 30) as Instant;
  const text = calendarFile({ id: 'a-random-id', at, title: 'Reminder' });
  const names = read(text).properties.map(({ name }) => name);
  expect(names.toSorted()).toEqual(['dtend', 'dtstamp', 'dtstart', 'sequence', 'summary', 'uid']);
  expect(text).not.toMatch(/handrail|http|localhost|location|description:(?!Reminder)/i);
  expect(text).toContain('DTSTAMP:20260228T233000Z');
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75);
});
