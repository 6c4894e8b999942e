import {
  type Cells,
  clearCells,
  FNV_BASIS,
  FNV_PRIME,
  isSame,
  keep,
  LINE_END,
  newCells,
  readCells,
  slotOf,
} from './cells.ts';

/** Of a log of steps there are some 200 in a group of rows; where there are more than this, nothing is gained. */
const MOST = 1_024;

/** The last cells of each row as one: read and checked cell by cell where they come for the first time. */
export interface Tails {
  readonly columns: readonly Cells[];
  /** As if they were the cells of one column. */
  readonly whole: Cells;
  /** By column: the number of its cell in each tail. */
  readonly parts: readonly Uint16Array[];
  /** How many rows of the group were read so: its first ones. */
  rows: number;
}

export const newTails = (columns: readonly Cells[]): Tails => ({
  columns,
  whole: newCells(),
  parts: columns.map(() => new Uint16Array(MOST)),
  rows: 0,
});

/** Reads the tail that begins at a byte, as that of a row, and says where it ends. */
export function readTail(tails: Tails, row: number, lines: DataView, from: number): number {
  const { columns, whole } = tails;
  if (whole.count === MOST) return readCells(columns, row, lines, from);
  let code = whole.next[whole.last] ?? 0;
  if (whole.count === 0 || !isSame(whole, code, lines, from)) {
    code = find(tails, row, lines, from);
    whole.next[whole.last] = code;
  }
  whole.last = code;
  whole.codes[row] = code;
  tails.rows = row + 1;
  return from + (whole.bounds[code + 1] ?? 0) - (whole.bounds[code] ?? 0);
}

/** The number of a tail; a new one is read cell by cell. */
function find(
  { columns, whole, parts }: Tails,
  row: number,
  lines: DataView,
  from: number,
): number {
  const slot = slotOf(whole, hashOf(lines, from), lines, from);
  const known = whole.slots[slot] ?? 0;
  if (known > 0) return known - 1;
  const code = whole.count;
  keep(whole, lines, from, readCells(columns, row, lines, from));
  whole.slots[slot] = whole.count;
  for (const [i, part] of parts.entries()) part[code] = columns[i]?.codes[row] ?? 0;
  return code;
}

/**
 * FNV-1a again, to the end of the line, of four bytes at a time: whether one of them ends it is "Determine if a word has
 * a zero byte" of Sean Eron Anderson's Bit Twiddling Hacks (https://graphics.stanford.edu/~seander/bithacks.html).
 */
function hashOf(lines: DataView, from: number): number {
  let [at, hash] = [from, FNV_BASIS];
  for (const last = lines.byteLength - 4; at <= last; at += 4) {
    const word = lines.getInt32(at, true);
    const ends = word ^ 0x0a0a0a0a;
    if (((ends - 0x01010101) & ~ends & 0x80808080) !== 0) break;
    hash = Math.imul(hash ^ word, FNV_PRIME);
  }
  for (let byte = lines.getUint8(at); byte !== LINE_END; byte = lines.getUint8(at)) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
    at += 1;
  }
  return hash;
}

/** Tells each column the cells of the rows of a group that were read so. */
export function spreadTails({ columns, whole, parts, rows }: Tails): void {
  for (const [i, { codes }] of columns.entries()) {
    const part = parts[i] as Uint16Array;
    for (let row = 0; row < rows; row += 1) codes[row] = part[whole.codes[row] ?? 0] ?? 0;
  }
}

export function clearTails(tails: Tails): void {
  clearCells(tails.whole);
  tails.rows = 0;
}
