import { URGENCIES, type Urgency } from '#lib/domain/guidance/queue.ts';
import { findRisk } from '#lib/domain/safety/risk-phrases/find-risk.ts';

/**
 * How soon a person has to read a text, by phrases that may speak of danger. They put it first in the queue and
 * help first on its writer's page; they decide nothing.
 */
export function urgencyOf(text: string): Urgency {
  return URGENCIES[findRisk(text).level];
}
