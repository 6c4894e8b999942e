import { isoDate } from '#lib/domain/basics/day.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { formatDate } from '../../layout/shell/format.ts';

/** "6 August 2026, 14:05", in the deployment's own time zone. */
export function formatWhen(locale: Locale, when: LocalTime): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const time = `${two(Math.floor(when.minute / 60))}:${two(when.minute % 60)}`;
  const date = formatDate(locale, isoDate(when.day));
  return locale === 'en' ? `${date}, ${time}` : `${date} ${time}`;
}
