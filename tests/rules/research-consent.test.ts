import { describe, expect, it } from 'vitest';
import { RESEARCH_FACTS } from '#components/screening/research-choice.tsx';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { CODEBOOK } from '#lib/domain/evaluation/codebook.ts';
import { translate } from '#lib/i18n/translate.ts';

type Fact = (typeof RESEARCH_FACTS)[number];
type Line = Fact | 'nothing of the person';

/** Which line of the consent text names each exported column (ruling R4). A new column needs its line. */
const NAMED_BY: Readonly<Record<string, Line>> = {
  // Made anew for every download.
  person: 'nothing of the person',
  // Versions of our own texts and rules.
  consent_text: 'nothing of the person',
  policy: 'nothing of the person',
  start_week: 'week',
  instrument: 'total',
  total: 'total',
  band: 'total',
  intention_before: 'intention',
  intention_after: 'intention',
  strength: 'intention',
  phase: 'intention',
  occasion: 'steps',
  first_tier: 'steps',
  tier_decided: 'steps',
  tier: 'steps',
  decision: 'steps',
  furthest: 'steps',
  seq: 'steps',
  step: 'steps',
  origin: 'steps',
  day: 'days',
  started: 'days',
  completed_day: 'days',
  viewed_day: 'days',
  engaged_day: 'days',
  t0_day: 'days',
  chose_day: 'days',
  requested_day: 'days',
  answered_day: 'days',
  read_day: 'days',
  referral_day: 'days',
  closed_day: 'days',
};

describe('the research consent', () => {
  it.each(CODEBOOK)('names $field of the file of $file', ({ field, type }) => {
    const line = NAMED_BY[field];
    expect(line, field).toBeDefined();
    if (type === 'day') expect(line).toBe('days');
    if (type === 'week') expect(line).toBe('week');
  });

  it('names nothing that is not exported', () => {
    const exported = CODEBOOK.map(({ field }) => NAMED_BY[field]);
    for (const fact of RESEARCH_FACTS) expect(exported).toContain(fact);
  });

  it.each(LOCALES)('has words for each line in %s', (locale) => {
    const t = translate(locale);
    const lines = RESEARCH_FACTS.map((fact) => t(`check.research.add.${fact}`));
    expect(new Set(lines).size).toBe(RESEARCH_FACTS.length);
  });
});
