import type { Day } from '#lib/domain/basics/ids.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale}${JSON.stringify(options)}`;
  let found = formats.get(name);
  if (!found) {
    // British order in English: "Tuesday 6 August", as content guide 4.1 has it.
    const tag = locale === 'en' ? 'en-GB' : LANG[locale];
    found = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
    formats.set(name, found);
  }
  return found;
}

/** `Tuesday 6 August` · `8月6日（星期二）`. */
export function dateText(locale: Locale, day: Day): string {
  const at = day * DAY_MS;
  const date = format(locale, { day: 'numeric', month: 'long' }).format(at);
  const weekday = format(locale, { weekday: 'long' }).format(at);
  return locale === 'en' ? `${weekday} ${date}` : `${date}（${weekday}）`;
}

/** `6 August 2026` · `2026年8月6日`. */
export function longDate(locale: Locale, day: Day): string {
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(day * DAY_MS);
}

/** `Tuesday 6 August, 6pm` · `8月6日（星期二）18:00` · `8月6日（星期二）下午 6 時`. */
export function dateTimeText(locale: Locale, day: Day, minute: number): string {
  return `${dateText(locale, day)}${locale === 'en' ? ', ' : ''}${timeText(locale, minute)}`;
}

/** `Tuesday, 6pm` · `星期二 18:00` · `星期二下午 6 時`: for a message that is read on its own day. */
export function weekdayTimeText(locale: Locale, day: Day, minute: number): string {
  const weekday = weekdayText(locale, day);
  const between = { en: ', ', 'zh-hans': ' ', 'zh-hant': '' }[locale];
  return `${weekday}${between}${timeText(locale, minute)}`;
}

/** `Tuesday` · `星期二`. */
export function weekdayText(locale: Locale, day: Day): string {
  return format(locale, { weekday: 'long' }).format(day * DAY_MS);
}

/** The end of a day, which is no time of it: 12am of that day would be its beginning. */
const MIDNIGHT = 24 * 60;

export function timeText(locale: Locale, minute: number): string {
  if (minute === MIDNIGHT)
    return { en: 'midnight', 'zh-hans': '24:00', 'zh-hant': '午夜 12 時' }[locale];
  const hour = Math.floor(minute / 60);
  const rest = String(minute % 60).padStart(2, '0');
  if (locale === 'zh-hans') return `${hour}:${rest}`;
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  if (locale === 'en') {
    return `${twelve}${rest === '00' ? '' : `:${rest}`}${hour < 12 ? 'am' : 'pm'}`;
  }
  return `${hour < 12 ? '上午' : '下午'} ${twelve} 時${rest === '00' ? '' : `${Number(rest)} 分`}`;
}
