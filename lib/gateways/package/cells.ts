/** Rows of one group: few enough for a small memory, many enough for dictionaries to pay. */
export const GROUP = 32_768;
/** A power of two, so that at least half of them stay free. */
const SLOTS = 2 * GROUP;

/** The different cells of one column in a group of rows, numbered as they come. */
export interface Cells {
  /** The number of each row's cell. */
  readonly codes: Uint16Array;
  /** The cells' bytes one after another, and where each ends. */
  text: Buffer;
  readonly ends: Uint32Array;
  count: number;
  /** By hash: the number of a cell and 1 more, or 0. */
  readonly slots: Uint16Array;
}

export const newCells = (): Cells => ({
  codes: new Uint16Array(GROUP),
  text: Buffer.alloc(1024),
  ends: new Uint32Array(GROUP),
  count: 0,
  slots: new Uint16Array(SLOTS),
});

export function clearCells(cells: Cells): void {
  cells.count = 0;
  cells.slots.fill(0);
}

/** Where the bytes of a cell begin and end in `text`. */
export function placeOf({ ends }: Cells, code: number): readonly [number, number] {
  return [code === 0 ? 0 : (ends[code - 1] ?? 0), ends[code] ?? 0];
}

/** Bytes of a file, and any hash of them that is the same for the same bytes. */
export interface Cell {
  bytes: Buffer;
  from: number;
  to: number;
  hash: number;
}

/** The number of a cell: a new one where it has not come before. */
export function codeOf(cells: Cells, cell: Cell): number {
  for (let slot = cell.hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const code = (cells.slots[slot] ?? 0) - 1;
    if (code < 0) return keep(cells, slot, cell.bytes.subarray(cell.from, cell.to));
    if (isSame(cells, code, cell)) return code;
  }
}

function isSame({ ends, text }: Cells, code: number, { bytes, from, to }: Cell): boolean {
  let at = code === 0 ? 0 : (ends[code - 1] ?? 0);
  if ((ends[code] ?? 0) - at !== to - from) return false;
  for (let i = from; i < to; i += 1, at += 1) if (bytes[i] !== text[at]) return false;
  return true;
}

function keep(cells: Cells, slot: number, cell: Buffer): number {
  const code = cells.count;
  const from = code === 0 ? 0 : (cells.ends[code - 1] ?? 0);
  const to = from + cell.length;
  if (to > cells.text.length) {
    cells.text = Buffer.concat([cells.text], Math.max(2 * cells.text.length, to));
  }
  cells.text.set(cell, from);
  cells.ends[code] = to;
  cells.slots[slot] = code + 1;
  cells.count += 1;
  return code;
}
