import { leastDetectable, sizePerArm } from '../statistics/power.ts';
import { LEVEL } from './registration.ts';

export interface TrialSize {
  /** The least difference, as a share, that so many in each arm would show; null: none at all. */
  readonly least: number | null;
  /** How many in each arm the difference takes; null where there is no such difference. */
  readonly perArm: number | null;
}

/** The calculator (measurement.md E20): shares in percent as they were typed; null where they are none. */
export function trialSize(typed: Readonly<Record<string, string>>): TrialSize | null {
  const read = (name: string) =>
    /^\d{1,6}$/.test(typed[name] ?? '') ? Number(typed[name]) : Number.NaN;
  const p1 = read('control') / 100;
  const n = read('perArm');
  const plan = { alpha: LEVEL, power: read('power') / 100 };
  const sound = p1 > 0 && p1 < 1 && n >= 1 && plan.power > 0.5 && plan.power < 1;
  if (!sound) return null;
  const p2 = leastDetectable(n, p1, plan);
  const wanted = p1 + read('difference') / 100;
  return {
    least: p2 === null ? null : p2 - p1,
    perArm: wanted > p1 && wanted < 1 ? sizePerArm({ p1, p2: wanted }, plan) : null,
  };
}
