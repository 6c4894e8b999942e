import type { Frame } from '../../layout/frame.ts';
import { percent } from '../research/funnel-row.ts';

interface Planned {
  readonly planned: string | number;
  /** Percentages. */
  readonly power: string | number;
  readonly control: string | number;
}

/** A difference of two shares, in points. */
export const inPoints = (t: Frame['t'], share: number) =>
  t('trials.points', { count: Math.round(share * 100) });

/** What the planned number can show at all; `least` is a share, null where it would show no difference. */
export function sayDetectable(
  { t, lang }: Frame,
  { planned, power, control }: Planned,
  least: number | null,
): string {
  if (least === null) return t('trials.detectable.none', { planned });
  const to = percent(lang, Number(control) / 100 + least);
  return t('trials.detectable.least', { planned, power, control, least: inPoints(t, least), to });
}
