import type { Risk } from '#lib/domain/reports/report.ts';

/**
 * What the words of a report may speak of: it puts help first on the page after it and the case first in the inbox,
 * and decides nothing. The one place that asks the phrases of `lib/domain/safety`; until they are there it finds none.
 */
export function riskIn(_words: string): Risk {
  return 'none';
}
