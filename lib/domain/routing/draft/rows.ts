import { TOTALS } from '../policy.ts';
import { type DraftRow, type DraftTable, MOST_ROWS } from './draft.ts';
import { wholeNumber } from './numbers.ts';

/** In the order of the scores; rows without a number keep their place at the end. */
export function sortRows({ instrument, rows }: DraftTable): DraftRow[] {
  const [lowest, highest] = TOTALS[instrument];
  const place = ({ from }: DraftRow) => wholeNumber(from, lowest, highest) ?? highest + 1;
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** One more row: for the first scores that no row names, else an empty one. */
export function addRow({ instrument, rows }: DraftTable): DraftRow[] {
  if (rows.length >= MOST_ROWS) return [...rows];
  const [lowest, highest] = TOTALS[instrument];
  const named = rows.map((row) => ({
    from: wholeNumber(row.from, lowest, highest) ?? highest + 1,
    to: wholeNumber(row.to, lowest, highest) ?? -1,
  }));
  const totals = Array.from({ length: highest - lowest + 1 }, (_, place) => lowest + place);
  const free = totals.filter((total) => named.every(({ from, to }) => total < from || total > to));
  const [from] = free;
  const to = free.findLast((total, place) => total === (from ?? 0) + place);
  const typed = {
    from: from === undefined ? '' : String(from),
    to: to === undefined ? '' : String(to),
  };
  return [...rows, { ...typed, tier: 'face_to_face', alsoOpen: [] }];
}
