import { wired } from '#app/_request/wiring.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';

/** When an answer is promised, in words and on the service's own clock; null where nothing is. */
export function promiseText(locale: Locale, at: Instant | null): string | null {
  if (at === null) return null;
  const { day, minute } = localTime(at, wired().config.timeZone);
  return dateTimeText(locale, day, minute);
}

/** An answer is owed, and the time that was promised has passed. */
export function isLate(promisedAt: Instant | null, now: Instant): boolean {
  return promisedAt !== null && promisedAt < now;
}
