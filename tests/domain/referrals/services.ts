import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { type Service, serviceSchema } from '#lib/domain/referrals/service.ts';

export const TODAY = 20_780 as Day;
export const daysAgo = (days: number) => isoDate((TODAY - days) as Day);

const text = (words: string) => ({ en: words, 'zh-hans': words, 'zh-hant': words });

/** A service as a form would hand it over, before it is read. */
export const entry = {
  id: 'a',
  name: text('Example Clinic (not a real place)'),
  what: text('Talks'),
  whoFor: text('Adults'),
  country: 'GB',
  area: 'North',
  modes: ['in_person'],
  costKind: 'free',
  cost: text('Free'),
  waitDays: 10,
  waitSeen: daysAgo(3),
  hours: text('Weekdays'),
  languages: ['en'],
  stepFree: true,
  phone: '01632 960001',
  url: null,
  howToBook: text('Call'),
  walkIn: false,
  assuredDate: daysAgo(1),
  paused: false,
  fictitious: true,
};

export function serviceOf(part: Partial<Record<keyof Service, unknown>>): Service {
  return serviceSchema.parse({ ...entry, ...part });
}
