import type { AnswerStep } from '#lib/domain/guidance/answer-step.ts';
import type { Frame } from '../../layout/frame.ts';
import { colon } from '../../layout/shell/format.ts';
import type { Choices } from './thread-view.ts';

/** What a reply leads to, as colleagues read it. */
export function stepWords(
  { t, locale }: Pick<Frame, 't' | 'locale'>,
  step: AnswerStep,
  services: Choices['services'],
): string {
  switch (step.kind) {
    case 'service': {
      const name = services.find(({ id }) => id === step.service)?.name[locale];
      return name ?? t('inbox.thread.step.service');
    }
    case 'step_up':
      return t('inbox.thread.step.step_up', { tier: t(`policy.tier.${step.tier}`) });
    case 'none':
      return `${t('inbox.thread.step.none')}${colon(locale)}${t(`inbox.thread.step.no.${step.reason}`)}`;
    default:
      return t(`inbox.thread.step.${step.kind}`);
  }
}
