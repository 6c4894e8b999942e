import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RESEARCH_FACTS } from '#components/screening/research-choice.tsx';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { COLUMNS } from '#lib/domain/evaluation/package/columns.ts';
import { CHANCE_CONSENT_TEXT } from '#lib/domain/evaluation/trials/consent-text.ts';
import { translate } from '#lib/i18n/translate.ts';

type Fact = (typeof RESEARCH_FACTS)[number];
type Line = Fact | 'chance' | 'nothing of the person';

/** Which line of the consent text names each exported column (ruling R4). A new column needs its line. */
const NAMED_BY: Readonly<Record<string, Line>> = {
  // Made with the key of a study.
  person: 'nothing of the person',
  // A version of our own texts.
  consent_text: 'nothing of the person',
  entry: 'week',
  entry_point: 'entry_point',
  // Follows from the week and the cutoff.
  followed_days: 'week',
  instrument: 'total',
  total: 'total',
  band: 'total',
  last_total: 'total',
  intention_before: 'intention',
  intention_after: 'intention',
  strength: 'intention',
  phase: 'intention',
  t0_kind: 'intention',
  checks: 'steps',
  occasion: 'steps',
  tier_decided: 'steps',
  tier: 'steps',
  decision: 'steps',
  furthest: 'steps',
  attended: 'steps',
  due: 'steps',
  seq: 'steps',
  step: 'steps',
  origin: 'steps',
  // The line that stands there while a comparison runs.
  experiment: 'chance',
  arm: 'chance',
  shown: 'chance',
  stratum: 'total',
  planned: 'steps',
  booked: 'steps',
  // Made with the key of a study, for one file.
  assignment: 'nothing of the person',
  day: 'days',
  started: 'days',
  status: 'days',
  time: 'days',
};

describe('the research consent', () => {
  it.each(COLUMNS)('names $name of the file of $file', ({ name, scope }) => {
    const line = name.endsWith('_day') ? 'days' : NAMED_BY[name];
    expect(line, name).toBeDefined();
    expect(scope).toBe(line);
  });

  it('names nothing that is not exported', () => {
    const exported = COLUMNS.map(({ scope }) => scope);
    for (const fact of RESEARCH_FACTS) expect(exported).toContain(fact);
  });

  // Who agreed to other words has agreed to another text: change both of these, or none.
  it('has its line about chance under one version', () => {
    const words = LOCALES.map((locale) => translate(locale)('check.research.chance')).join();
    expect([CHANCE_CONSENT_TEXT, createHash('sha256').update(words).digest('hex')]).toEqual([
      'research-2026-12-3.chance-2',
      '63ba0a7def190cbd50801c041a82076f0ed7d9badb8cb63efb1d55a71051f4a8',
    ]);
  });

  it.each(LOCALES)('has words for each line in %s', (locale) => {
    const t = translate(locale);
    const lines = RESEARCH_FACTS.map((fact) => t(`check.research.add.${fact}`));
    expect(new Set(lines).size).toBe(RESEARCH_FACTS.length);
  });
});
