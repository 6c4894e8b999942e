import type { Translate } from '#lib/i18n/translate.ts';

const MINUTE_MS = 60_000;

/** How long something waits, in the largest unit that says it. */
export function sayAge(t: Translate, ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return t('moderate.age.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('moderate.age.hours', { count: hours });
  return t('moderate.age.days', { count: Math.floor(hours / 24) });
}
