import { describe, expect, it } from 'vitest';
import { RESEARCH_FACTS } from '#components/screening/research-choice.tsx';
import { LOCALES } from '#lib/domain/basics/locale.ts';
import { COLUMNS } from '#lib/domain/evaluation/package/columns.ts';
import { translate } from '#lib/i18n/translate.ts';

type Fact = (typeof RESEARCH_FACTS)[number];
type Line = Fact | 'nothing of the person';

/** Which line of the consent text names each exported column (ruling R4). A new column needs its line. */
const NAMED_BY: Readonly<Record<string, Line>> = {
  // Made with the key of a study.
  person: 'nothing of the person',
  // A version of our own texts.
  consent_text: 'nothing of the person',
  entry: 'week',
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
  // Of a file that has no row yet.
  experiment: 'steps',
  arm: 'steps',
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

  it.each(LOCALES)('has words for each line in %s', (locale) => {
    const t = translate(locale);
    const lines = RESEARCH_FACTS.map((fact) => t(`check.research.add.${fact}`));
    expect(new Set(lines).size).toBe(RESEARCH_FACTS.length);
  });
});
