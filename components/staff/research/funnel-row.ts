import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { FunnelGroup, FunnelStage } from '#lib/domain/evaluation/funnel.ts';
import type { FunnelLine, RateInterval } from '#lib/domain/evaluation/funnel-lines.ts';

/** A line of the funnel with both of its rates. */
export interface FunnelRow extends FunnelLine<FunnelGroup, FunnelStage> {
  readonly start: FunnelStage;
  readonly startCount: Disclosed;
  readonly startRate: Disclosed;
  readonly startInterval: RateInterval | null;
}

export function percent(lang: string, rate: number): string {
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
}
