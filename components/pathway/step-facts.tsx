import type { Translate } from '#lib/i18n/translate.ts';
import { SummaryList } from '../layout/summary-list.tsx';
import { costOf, type StepCard, whenOf } from './step-card.ts';

interface Props {
  readonly t: Translate;
  readonly step: StepCard;
}

/** What happens, when, who sees it, what it costs. */
export function StepFacts({ t, step }: Props) {
  const { tier, serviceName } = step;
  const where = serviceName === undefined ? [] : [[t('result.fact.where'), serviceName] as const];
  const facts = [
    [t('result.fact.what'), t(`result.step.${tier}.what`)] as const,
    [t('result.fact.when'), whenOf(t, step)] as const,
    ...where,
    [t('result.fact.cost'), costOf(t, step)] as const,
    [t('result.fact.who'), t(`result.step.${tier}.who`)] as const,
  ];
  return <SummaryList pairs={facts.map(([term, value]) => ({ term, value }))} />;
}
