import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { IdeaPage } from '#components/pathway/idea.tsx';
import { ideaFact, type Known } from '#components/pathway/idea-fact.ts';
import { Bridges } from '#components/staff/bridges/bridges.tsx';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { BARRIER_CODES, dimensionOf } from '#lib/domain/bridges/barriers.ts';
import { BRIDGES, type Bridge } from '#lib/domain/bridges/bridges.ts';
import { FINDINGS } from '#lib/domain/bridges/evidence.ts';
import { FACT_KINDS, factsOf } from '#lib/domain/bridges/facts.ts';
import type { Service } from '#lib/domain/referrals/service.ts';
import { translate } from '#lib/i18n/translate.ts';
import examples from '#prisma/example-services.json' with { type: 'json' };
import { serviceOf } from '../domain/referrals/services.ts';
import { frameFor } from '../support/frame.ts';

/** The places that ship, and every kind of wait. */
const PLACES: readonly Service[] = [
  ...examples.map((one) => serviceOf(one)),
  ...[0, 1, 13, 14, 200, null].map((waitDays) => serviceOf({ ...examples[1], waitDays })),
  serviceOf({ ...examples[1], walkIn: true, modes: ['in_person', 'phone', 'online'] }),
];

const KNOWN: readonly Known[] = [
  ...PLACES.map((place) => factsOf(place, PLACES)),
  ...[[], PLACES, ...PLACES.map((place) => [place])].map((listed) => factsOf(null, listed)),
].flatMap((facts) => [1, 100].map((steps) => ({ facts, steps })));

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const characters = (text: string) => [...text.replace(/\s/g, '')].length;

function wholeText(locale: Locale, { id, fact }: Bridge, known: Known): string {
  const t = translate(locale);
  return [
    t(`bridges.item.${id}.title`),
    t(`bridges.item.${id}.body`),
    ideaFact({ t, locale }, fact, known),
    t(`bridges.item.${id}.say`),
  ].join(' ');
}

describe.each(LOCALES)('ideas in %s', (locale) => {
  it.each(BRIDGES)(
    '$id is short, and its fact is filled in for every place and for none',
    (bridge) => {
      for (const known of KNOWN) {
        const text = wholeText(locale, bridge, known);
        expect(text).not.toMatch(/[{}#]|undefined|NaN|null|\.\.|。。|。\./);
        if (locale === 'en') expect(words(text), text).toBeLessThanOrEqual(60);
        else expect(characters(text), text).toBeLessThanOrEqual(120);
      }
    },
  );

  it.each(BRIDGES)(
    '$id says that it was written by us where it is a story, and only there',
    (bridge) => {
      const [barrier] = bridge.barriers;
      const ideas = [{ bridge, barrier, dimension: dimensionOf(barrier), named: true }];
      const page = {
        ...{ frame: frameFor(locale, '/next/idea/1'), errors: [], ideas, k: 1, lines: [] },
        ...{ known: { facts: factsOf(null, PLACES), steps: 3 }, stale: false, forStaff: null },
      };
      const html = renderToStaticMarkup(<IdeaPage {...page} />);
      const { t } = page.frame;
      expect(html).toContain(t(`bridges.item.${bridge.id}.body`));
      expect(html.includes(t('bridges.idea.story'))).toBe(bridge.format === 'story');
    },
  );

  it.each(FACT_KINDS)('the fact about %s tells what is true of the chosen place', (kind) => {
    const t = translate(locale);
    const place = serviceOf({ ...examples[0], waitDays: 28, phone: '020 7946 0777' });
    const fact = ideaFact({ t, locale }, kind, { facts: factsOf(place, PLACES), steps: 17 });
    const told = {
      cost: place.cost[locale].replace(/[.。]$/, ''),
      wait: '4',
      modes: t('bridges.mode.phone'),
      phone: '020 7946 0777',
      held: '17',
    }[kind];
    expect(fact).toContain(told);
    if (kind !== 'held') expect(fact).toContain(place.name[locale]);
  });

  it.each([
    ['cost', '3'],
    ['wait', '5'],
    ['modes', '2'],
    ['phone', '4'],
  ] as const)(
    'without a chosen place the fact about %s counts the places on the list',
    (kind, told) => {
      const t = translate(locale);
      const one = (part: Partial<Record<keyof Service, unknown>>) => serviceOf({ ...part });
      const listed = [
        one({ waitDays: 9, modes: ['phone'] }),
        one({ waitDays: 5, modes: ['online', 'in_person'] }),
        one({ waitDays: null }),
        one({ costKind: 'paid', waitDays: 30 }),
      ];
      const fact = ideaFact({ t, locale }, kind, { facts: factsOf(null, listed), steps: 1 });
      expect(fact.match(/\d+/g)).toEqual([told]);
    },
  );

  it('are all listed for staff with what they rest on, each marked as not yet reviewed', () => {
    const frame = frameFor(locale, '/staff/bridges');
    const html = renderToStaticMarkup(<Bridges frame={frame} />);
    const text = html.replace(/<[^>]+>/g, '\n').replaceAll('&#x27;', "'");
    const { t } = frame;
    for (const { id, evidence } of BRIDGES) {
      expect(text).toContain(t(`bridges.item.${id}.body`));
      expect(text).toContain(FINDINGS[evidence.finding].citation);
    }
    expect(text.split(t('staff.bridges.awaits'))).toHaveLength(BRIDGES.length + 1);
    for (const code of BARRIER_CODES) expect(html).toContain(`<code>${code}</code>`);
    const count = BRIDGES.length;
    expect(text).toContain(t('staff.bridges.awaiting', { count, all: count }));
  });
});
