import { describe, expect, test } from 'vitest';
import type { Day } from '#lib/domain/basics/ids.ts';
import { crisisLinesSchema } from '#lib/domain/safety/crisis-line.ts';
import data from '#lib/domain/safety/crisis-lines.json' with { type: 'json' };
import {
  CHECK_EVERY_DAYS,
  CRISIS_COUNTRIES,
  emergencyFor,
  FALLBACK_DIRECTORY,
  isAlwaysOpen,
  isDueForCheck,
  linesFor,
  youthLinesFor,
} from '#lib/domain/safety/crisis-lines.ts';

const all = CRISIS_COUNTRIES.flatMap((country) => linesFor(country));
const numbersIn = (country: string) =>
  linesFor(country).map(({ phone, text }) => phone ?? text?.to);

describe('every line can be used and traced', () => {
  test.each(all.map((line) => [line.id, line] as const))('%s', (_id, line) => {
    expect(line.phone ?? line.text?.to ?? line.chat ?? line.url).toBeTruthy();
    for (const source of line.sources) expect(Object.keys(data.sources)).toContain(source);
  });

  test('ids are not used twice, and name their country', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const country of CRISIS_COUNTRIES) {
      const prefix = `${country.toLowerCase()}-`;
      expect(emergencyFor(country)?.id).toBe(`${prefix}emergency`);
      for (const { id } of linesFor(country)) expect(id.startsWith(prefix)).toBe(true);
    }
  });

  test('what is held back is not shown', () => {
    const shown = new Set(all.map(({ id }) => id));
    expect(data.heldBack.filter(({ id }) => shown.has(id))).toEqual([]);
  });

  test('a line of low confidence cannot be shipped', () => {
    const low = structuredClone(data);
    for (const line of low.countries.GB.lines) line.confidence = 'low';
    expect(crisisLinesSchema.safeParse(data).success).toBe(true);
    expect(crisisLinesSchema.safeParse(low).success).toBe(false);
  });
});

describe('by country', () => {
  test('18 countries and regions have an emergency number and a line for a crisis', () => {
    expect(CRISIS_COUNTRIES).toHaveLength(18);
    for (const country of CRISIS_COUNTRIES) {
      expect(emergencyFor(country)?.phone).toMatch(/^\d{3}$/);
      expect(linesFor(country).some(({ kind }) => kind === 'crisis')).toBe(true);
    }
  });

  test.each([
    ['GB', '999', '116 123'],
    ['US', '911', '988'],
    ['CN', '120', '12356'],
    ['HK', '999', '18111'],
    ['TW', '119', '1925'],
    ['MO', '999', '2852 5222'],
    ['SG', '995', '1767'],
    ['AU', '000', '13 11 14'],
  ])('%s: %s in an emergency, and %s', (country, emergency, line) => {
    expect(emergencyFor(country)?.phone).toBe(emergency);
    expect(numbersIn(country)).toContain(line);
  });

  test('an unknown country has no lines of its own, and a worldwide directory', () => {
    for (const country of ['XX', '', 'gb', 'constructor', '__proto__']) {
      expect(linesFor(country)).toEqual([]);
      expect(emergencyFor(country)).toBeNull();
      expect(youthLinesFor(country)).toEqual([]);
    }
    expect(FALLBACK_DIRECTORY.url).toBe('https://findahelpline.com/');
  });

  test('numbers known to be out of date are in no field', () => {
    const fields = JSON.stringify(all.map(({ note: _note, ...line }) => line)).replace(/[ -]/g, '');
    const dead = ['18002738255', '18334564566', '0800788995', '18002214444', '08457909090'];
    expect(dead.filter((number) => fields.includes(number))).toEqual([]);
  });

  test('three organisations in Hong Kong are not mistaken for one another', () => {
    const named = Object.fromEntries(linesFor('HK').map((line) => [line.nameLocal, line.phone]));
    expect(named).toMatchObject({
      香港撒瑪利亞防止自殺會: '2389 2222',
      撒瑪利亞會: '2896 0000',
      生命熱線: '2382 0000',
    });
  });
});

describe('for the young', () => {
  test('lines for the young come first, then those for anyone in a crisis', () => {
    const china = youthLinesFor('CN').map(({ phone }) => phone);
    expect(china[0]).toBe('12355');
    expect(china).toContain('12356');
    expect(youthLinesFor('GB').map(({ id }) => id)).toContain('gb-nhs111');
  });

  test('support that is not for a crisis is left out', () => {
    expect(youthLinesFor('IE').map(({ kind }) => kind)).not.toContain('information');
  });
});

describe('day and night', () => {
  test('is promised only where a source says so without reserve', () => {
    const without = all.filter((line) => !/^24(\/7| h)$/.test(line.hours ?? ''));
    expect(without.length).toBeGreaterThan(5);
    expect(without.filter(isAlwaysOpen)).toEqual([]);
    expect(all.filter(isAlwaysOpen).length).toBe(all.length - without.length);
  });

  test('is not promised for 12356, nor for the line of few hours in Macao', () => {
    const kind = (id: string) => all.find((line) => line.id === id)?.hoursKind;
    expect(kind('cn-12356')).toBe('varies');
    expect(kind('mo-caritas-en')).toBe('varies');
    expect(kind('cn-bj')).toBe('reported_always');
    expect(kind('tw-1995')).toBe('unknown');
    expect(all.find(({ id }) => id === 'mo-caritas-en')?.weekly).toEqual([
      { days: [7, 1, 2], from: '14:00', to: '22:00' },
      { days: [4, 5, 6], from: '10:00', to: '18:00' },
    ]);
  });
});

describe('a line is due for a check by staff', () => {
  const today = 20_780 as Day;
  const due = (ago: number) => isDueForCheck({ checkedOn: (today - ago) as Day }, today);

  test('when nobody of this service has checked it', () => {
    expect(isDueForCheck({ checkedOn: null }, today)).toBe(true);
  });

  test('after 90 days', () => {
    expect(CHECK_EVERY_DAYS).toBe(90);
    expect([0, 89].map(due)).toEqual([false, false]);
    expect([90, 400].map(due)).toEqual([true, true]);
  });

  test('when the check is dated in the future', () => {
    expect(due(-1)).toBe(true);
  });
});
