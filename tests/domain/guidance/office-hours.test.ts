import { expect, test } from 'vitest';
import { dayFromIso } from '#lib/domain/basics/day.ts';
import { parseOfficeHours } from '#lib/domain/guidance/office-hours.ts';

test('weekdays, spans and dates without answers are read', () => {
  const nine = { from: 540, to: 1020 };
  expect(parseOfficeHours('1-5 09:00-17:00, 6 10:30-24:00; 2026-12-25  2026-12-26')).toEqual({
    ok: true,
    value: {
      weekly: [[nine], [nine], [nine], [nine], [nine], [{ from: 630, to: 1440 }], []],
      holidays: new Set([dayFromIso('2026-12-25'), dayFromIso('2026-12-26')]),
    },
  });
});

test('no text means no hours', () => {
  const none = { ok: true, value: { weekly: [[], [], [], [], [], [], []], holidays: new Set() } };
  expect(parseOfficeHours('')).toEqual(none);
  expect(parseOfficeHours(' ; ')).toEqual(none);
});

test.each([
  ['0-5 09:00-17:00', '0-5 09:00-17:00'],
  ['1-8 09:00-17:00', '1-8 09:00-17:00'],
  ['5-1 09:00-17:00', '5-1 09:00-17:00'],
  ['1 17:00-09:00', '1 17:00-09:00'],
  ['1 09:00-09:00', '1 09:00-09:00'],
  ['1 09:00-24:01', '1 09:00-24:01'],
  ['1 9:00-17:00', '1 9:00-17:00'],
  ['1 09:60-17:00', '1 09:60-17:00'],
  ['x1 09:00-17:00', 'x1 09:00-17:00'],
  ['1 09:00-17:00x', '1 09:00-17:00x'],
  ['1 09:00-17:00, later', 'later'],
  ['1 09:00-17:00; 2026-02-30', '2026-02-30'],
  ['1 09:00-17:00; 2026-12-25; 2026-12-26', '1 09:00-17:00; 2026-12-25; 2026-12-26'],
])('%j is refused at %j', (text, part) => {
  expect(parseOfficeHours(text)).toEqual({ ok: false, error: part });
});
