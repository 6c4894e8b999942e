/**
 * Points from which on a change is more than chance: NHS Talking Therapies manual, after Jacobson & Truax 1991,
 * DOI 10.1037/0022-006X.59.1.12; manual not re-read by us. No other form of ours has such a number.
 */
export const RELIABLE_POINTS = { 'phq-9': 6, 'gad-7': 4 } as const;

export type Change = 'better' | 'same' | 'worse';

const pointsOf = (instrument: string): number | null =>
  Object.entries(RELIABLE_POINTS).find(([id]) => id === instrument)?.[1] ?? null;

/** From one total of a form to a later one; null where either is open, or the form has no such number. */
export function changeOf(
  instrument: string,
  first: number | null,
  last: number | null,
): Change | null {
  const points = pointsOf(instrument);
  if (points === null || first === null || last === null) return null;
  if (first - last >= points) return 'better';
  return last - first >= points ? 'worse' : 'same';
}
