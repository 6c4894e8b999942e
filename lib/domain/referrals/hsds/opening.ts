import type { Locale } from '#lib/domain/basics/locale.ts';
import { placesOf } from './people.ts';
import { type HsdsObject, objectsIn, textIn } from './shape.ts';

/** Weekdays as iCalendar names them (RFC 5545, 3.3.10), which the standard uses. */
const DAYS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  MO: { en: 'Monday', 'zh-hans': '周一', 'zh-hant': '星期一' },
  TU: { en: 'Tuesday', 'zh-hans': '周二', 'zh-hant': '星期二' },
  WE: { en: 'Wednesday', 'zh-hans': '周三', 'zh-hant': '星期三' },
  TH: { en: 'Thursday', 'zh-hans': '周四', 'zh-hant': '星期四' },
  FR: { en: 'Friday', 'zh-hans': '周五', 'zh-hant': '星期五' },
  SA: { en: 'Saturday', 'zh-hans': '周六', 'zh-hant': '星期六' },
  SU: { en: 'Sunday', 'zh-hans': '周日', 'zh-hant': '星期日' },
};
const BETWEEN = { en: ', ', 'zh-hans': '、', 'zh-hant': '、' } as const;
const AFTER = { en: '; ', 'zh-hans': '；', 'zh-hant': '；' } as const;

/** The schedules of a service: its own, else those of where it is given, else those of the place. */
function schedulesFor(source: HsdsObject): readonly HsdsObject[] {
  const levels = [
    objectsIn(source, 'schedules'),
    objectsIn(source, 'service_at_locations').flatMap((at) => objectsIn(at, 'schedules')),
    placesOf(source).flatMap((place) => objectsIn(place, 'schedules')),
  ];
  return levels.find((level) => level.length > 0) ?? [];
}

/** When it is open, in the words of the file or from its days and times; null where it does not say. */
export function hoursIn(source: HsdsObject, locale: Locale): string | null {
  const said = schedulesFor(source).flatMap((schedule) => {
    const text = textIn(schedule, 'description') ?? timesOf(schedule, locale);
    return text === null ? [] : [text];
  });
  return said.length === 0 ? null : [...new Set(said)].join(AFTER[locale]);
}

function timesOf(schedule: HsdsObject, locale: Locale): string | null {
  const days = (textIn(schedule, 'byday') ?? '')
    .split(',')
    .flatMap((day) => DAYS[day.trim().slice(-2)]?.[locale] ?? []);
  const [from, to] = ['opens_at', 'closes_at'].map((name) => textIn(schedule, name)?.slice(0, 5));
  if (from === undefined || to === undefined) return null;
  const times = `${from}–${to}`;
  return days.length === 0 ? times : `${days.join(BETWEEN[locale])} ${times}`;
}

/** One schedule that says it in words, where the file has none. */
export function withHours(source: HsdsObject, text: string, newId: string): HsdsObject {
  if (schedulesFor(source).length > 0) return source;
  return { ...source, schedules: [{ id: newId, description: text }] };
}

/** Days of waiting from words such as `2 weeks`; a month counts 30 days. Null: it does not say. */
export function waitIn(source: HsdsObject): number | null {
  const found = /^(?:about |up to )?(\d{1,3}) (day|week|month)s?\.?$/i.exec(
    textIn(source, 'wait_time') ?? '',
  );
  if (!found) return null;
  const days = Number(found[1]) * ({ day: 1, week: 7, month: 30 }[found[2] as 'day'] ?? 1);
  return days <= 730 ? days : null;
}
