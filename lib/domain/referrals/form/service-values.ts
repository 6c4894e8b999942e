import { LOCALES } from '#lib/domain/basics/locale.ts';
import type { Localised, Service } from '../service.ts';
import { type Typed, WORDS } from './read-service-form.ts';

/** What stands in the fields of the form that changes an entry; a text that says "not known" is left open. */
export function serviceValues(service: Service, unknown: Localised): Typed {
  const words = WORDS.flatMap((word) =>
    LOCALES.map((locale): [string, string] => {
      const text = service[word][locale];
      const open = service.untranslated.includes(locale) || text === unknown[locale];
      return [`${word}-${locale}`, open ? '' : text];
    }),
  );
  const { waitDays, stepFree } = service;
  return {
    ...Object.fromEntries(words),
    area: service.area,
    phone: service.phone,
    country: service.country,
    modes: service.modes.join(','),
    costKind: service.costKind,
    stepFree: stepFree === null ? 'unknown' : stepFree ? 'yes' : 'no',
    walkIn: service.walkIn ? 'yes' : '',
    fictitious: service.fictitious ? 'yes' : '',
    paused: service.paused ? 'yes' : '',
    waitDays: waitDays === null ? '' : String(waitDays),
    waitSeen: service.waitSeen ?? '',
    languages: service.languages.join(', '),
    url: service.url ?? '',
    personToAskFor: service.personToAskFor ?? '',
    slots: service.slots.map(({ on, at }) => `${on} ${at}`).join('\n'),
  };
}

/** What a form for a new entry begins with. */
export function newServiceValues(country: string): Typed {
  return { country, modes: 'in_person', costKind: 'ask', stepFree: 'unknown' };
}
