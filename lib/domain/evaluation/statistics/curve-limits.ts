import { type Limits, NO_LIMITS } from './counts.ts';
import { twoSidedZ } from './distributions.ts';

export const SCALES = ['plain', 'log', 'log-log'] as const;
/** On which scale an interval is symmetric. */
export type Scale = (typeof SCALES)[number];

const within = (value: number) => Math.min(1, Math.max(0, value));

/**
 * The interval of one point of a curve: Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (1980),
 * as R's `survfit(conf.type = …)`. Null where the scale has no such point: 0, and 1 under log-log.
 */
export function curveLimits(
  { value, se }: { readonly value: number; readonly se: number | null },
  scale: Scale,
  confidence: number,
): Limits {
  if (se === null) return NO_LIMITS;
  const z = twoSidedZ(confidence);
  if (scale === 'plain') return { lo: within(value - z * se), hi: within(value + z * se) };
  if (value === 0) return NO_LIMITS;
  const reach = (z * se) / value;
  if (scale === 'log') {
    return { lo: value * Math.exp(-reach), hi: within(value * Math.exp(reach)) };
  }
  if (value === 1) return NO_LIMITS;
  const power = reach / -Math.log(value);
  return { lo: value ** Math.exp(power), hi: value ** Math.exp(-power) };
}
