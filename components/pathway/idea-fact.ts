import type { FactKind, Facts, ListFacts } from '#lib/domain/bridges/facts.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import type { Frame } from '../layout/frame.ts';
import { listOf } from '../layout/shell/format.ts';

type Words = Pick<Frame, 't' | 'locale'>;

export interface Known {
  readonly facts: Facts;
  /** How many steps of this person are on record. */
  readonly steps: number;
}

/** From here a wait is told in weeks. */
const WEEKS_FROM_DAYS = 14;
const inWeeks = (days: number) => Math.round(days / 7);

/** The one concrete thing that an idea tells: of the chosen place, else of the list of places. */
export function ideaFact(words: Words, kind: FactKind, { facts, steps }: Known): string {
  const { t } = words;
  if (kind === 'held') return t('bridges.fact.held', { steps });
  if (facts.of === 'service') return ofService(words, kind, facts.service);
  return facts.list.places === 0 ? t('bridges.fact.noPlace') : ofList(words, kind, facts.list);
}

type PlaceFact = Exclude<FactKind, 'held'>;

function ofService(words: Words, kind: PlaceFact, service: Service): string {
  const { t, locale } = words;
  const name = service.name[locale];
  switch (kind) {
    case 'cost':
      // The words of the directory may end with a stop of their own.
      return t('bridges.fact.cost.service', {
        name,
        cost: service.cost[locale].replace(/[.。]$/, ''),
      });
    case 'wait':
      return waitAt(words, service);
    case 'modes': {
      const modes = service.modes.map((mode) => t(`bridges.mode.${mode}`));
      return t('bridges.fact.modes.service', { name, modes: listOf(locale, modes) });
    }
    case 'phone':
      return t('bridges.fact.phone.service', { name, phone: service.phone });
  }
}

function waitAt({ t, locale }: Words, { name: names, walkIn, waitDays: days }: Service): string {
  const name = names[locale];
  if (walkIn) return t('bridges.fact.wait.walkIn', { name });
  if (days === null) return t('bridges.fact.wait.unknown', { name });
  return days < WEEKS_FROM_DAYS
    ? t('bridges.fact.wait.days', { name, days })
    : t('bridges.fact.wait.weeks', { name, weeks: inWeeks(days) });
}

function ofList({ t }: Words, kind: PlaceFact, list: ListFacts): string {
  const { places, free, remote, shortestWait: days } = list;
  switch (kind) {
    case 'cost':
      return t('bridges.fact.cost.list', { free });
    case 'wait':
      if (days === null) return t('bridges.fact.shortest.unknown');
      return days < WEEKS_FROM_DAYS
        ? t('bridges.fact.shortest.days', { days })
        : t('bridges.fact.shortest.weeks', { weeks: inWeeks(days) });
    case 'modes':
      return t('bridges.fact.modes.list', { remote });
    case 'phone':
      return t('bridges.fact.phone.list', { places });
  }
}
