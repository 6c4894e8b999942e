import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import type { Service, Slot } from './service.ts';

/** As far as a plan reaches (lib/domain/plan/plan-time.ts). */
const FARTHEST_SLOT_DAYS = 90;

/** The times still to come, soonest first. Today's are over: nobody can count on reaching them. */
export function slotsToCome({ slots }: Pick<Service, 'slots'>, today: Day): readonly Slot[] {
  return slots
    .filter(({ on }) => {
      const day = dayFromIso(on) ?? 0;
      return day > today && day <= today + FARTHEST_SLOT_DAYS;
    })
    .toSorted((a, b) => (slotName(a) < slotName(b) ? -1 : 1));
}

/** How a form names a time: `2026-12-01T10:00`. */
export function slotName({ on, at }: Slot): string {
  return `${on}T${at}`;
}

/** Whose words stand there in place of those of an untranslated language. */
export function writtenIn(service: Pick<Service, 'untranslated'>, locale: Locale): Locale {
  if (!service.untranslated.includes(locale)) return locale;
  return LOCALES.find((one) => !service.untranslated.includes(one)) ?? locale;
}
