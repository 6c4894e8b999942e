/** Rows of one group: few enough for a small memory, many enough for dictionaries to pay. */
export const GROUP = 32_768;
/** A power of two, so that at least half of them stay free. */
const SLOTS = 2 * GROUP;
export const [COMMA, LINE_END] = [0x2c, 0x0a];
export const [FNV_BASIS, FNV_PRIME] = [0x811c9dc5, 0x01000193];
const HYPHEN = 0x2d;
/** 1 for each byte of a code, a number or a name. Where a hyphen comes first, a spreadsheet sees a formula. */
const PLAIN = new Uint8Array(256);
for (const byte of Buffer.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-',
)) {
  PLAIN[byte] = 1;
}

/** The different cells of one column in a group of rows, numbered as they come. */
export interface Cells {
  /** The number of each row's cell. */
  readonly codes: Uint16Array;
  /** The cells' bytes one after another, and where each begins and so the one before it ends. */
  text: Buffer;
  view: DataView;
  readonly bounds: Uint32Array;
  count: number;
  /** By hash: the number of a cell and 1 more, or 0. */
  readonly slots: Uint16Array;
  /** The cell of the row before, and by its number the one that came after it the last time. */
  last: number;
  readonly next: Uint16Array;
}

export function newCells(): Cells {
  const text = Buffer.alloc(1024);
  return {
    codes: new Uint16Array(GROUP),
    text,
    view: viewOf(text),
    bounds: new Uint32Array(GROUP + 1),
    count: 0,
    slots: new Uint16Array(SLOTS),
    last: 0,
    next: new Uint16Array(GROUP),
  };
}

export function clearCells(cells: Cells): void {
  cells.count = 0;
  cells.last = 0;
  cells.slots.fill(0);
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Reads the cell that begins at a byte, as that of a row, and says where it ends. What came after the cell above the
 * last time is looked for first: four in five cells of a log are found so, without a look at each byte.
 * @throws Error where it holds anything but a code or a number.
 */
export function readCell(cells: Cells, row: number, lines: DataView, from: number): number {
  const { last, next } = cells;
  let code = next[last] ?? 0;
  if (cells.count === 0 || !isSame(cells, code, lines, from)) {
    code = find(cells, lines, from);
    next[last] = code;
  }
  cells.last = code;
  cells.codes[row] = code;
  return from + (cells.bounds[code + 1] ?? 0) - (cells.bounds[code] ?? 0);
}

/**
 * Reads cells with commas between them, and says where the last one ends.
 * @throws Error as `readCell` does, and where there are fewer of them.
 */
export function readCells(
  all: readonly Cells[],
  row: number,
  lines: DataView,
  from: number,
): number {
  let at = from;
  for (let i = 0; i < all.length; i += 1) {
    if (i > 0) at = afterComma(lines, at);
    at = readCell(all[i] as Cells, row, lines, at);
  }
  return at;
}

export function afterComma(lines: DataView, at: number): number {
  if (lines.getUint8(at) !== COMMA) throw new Error('a row has fewer cells than columns');
  return at + 1;
}

/** Whether a cell that came before stands here, with its end behind it. */
export function isSame(
  { view, bounds }: Cells,
  code: number,
  lines: DataView,
  from: number,
): boolean {
  const at = bounds[code] ?? 0;
  const length = (bounds[code + 1] ?? 0) - at;
  if (from + length >= lines.byteLength || !isEnd(lines.getUint8(from + length))) return false;
  let i = 0;
  // Eight bytes at once: of printable ASCII they are neither 0 nor NaN, so that equal numbers are equal bytes.
  for (; i + 8 <= length; i += 8) {
    if (view.getFloat64(at + i, true) !== lines.getFloat64(from + i, true)) return false;
  }
  for (; i < length; i += 1) if (view.getUint8(at + i) !== lines.getUint8(from + i)) return false;
  return true;
}

const isEnd = (byte: number) => byte === COMMA || byte === LINE_END;

/**
 * The number of a cell: a new one where it has not come before. The hash is FNV-1a of 32 bits (Fowler, Noll & Vo,
 * RFC 9923).
 */
function find(cells: Cells, lines: DataView, from: number): number {
  let [to, hash] = [from, FNV_BASIS];
  for (let byte = lines.getUint8(to); PLAIN[byte] === 1; byte = lines.getUint8(to)) {
    hash = Math.imul(hash ^ byte, FNV_PRIME);
    to += 1;
  }
  if (!isEnd(lines.getUint8(to)) || lines.getUint8(from) === HYPHEN) {
    throw new Error('a cell holds more than a code or a number');
  }
  const slot = slotOf(cells, hash, lines, from);
  if (cells.slots[slot] === 0) {
    keep(cells, lines, from, to);
    cells.slots[slot] = cells.count;
  }
  return (cells.slots[slot] ?? 0) - 1;
}

/** The slot of what begins at a byte, or a free one where it has not come before. */
export function slotOf(cells: Cells, hash: number, lines: DataView, from: number): number {
  const { slots } = cells;
  let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  while (slots[slot] !== 0 && !isSame(cells, (slots[slot] ?? 0) - 1, lines, from)) {
    slot = (slot + 1) & (SLOTS - 1);
  }
  return slot;
}

/** Keeps what stands between two bytes, as the next one. */
export function keep(cells: Cells, lines: DataView, from: number, to: number): void {
  const at = cells.bounds[cells.count] ?? 0;
  const end = at + to - from;
  if (end > cells.text.length) {
    cells.text = Buffer.concat([cells.text], Math.max(2 * cells.text.length, end));
    cells.view = viewOf(cells.text);
  }
  for (let i = from; i < to; i += 1) cells.text[at + i - from] = lines.getUint8(i);
  // Until it is known what follows it, itself: the rows of a person come one after another.
  cells.next[cells.count] = cells.count;
  cells.count += 1;
  cells.bounds[cells.count] = end;
}
