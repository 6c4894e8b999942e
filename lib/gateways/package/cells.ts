/** Rows of one group: few enough for a small memory, many enough for dictionaries to pay. */
export const GROUP = 32_768;
/** A power of two, so that at least half of them stay free. */
const SLOTS = 2 * GROUP;
export const [COMMA, LINE_END] = [0x2c, 0x0a];
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
  cells.next.fill(0);
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

/** Whether a cell that came before stands here, with its end behind it. */
function isSame({ view, bounds }: Cells, code: number, lines: DataView, from: number): boolean {
  const at = bounds[code] ?? 0;
  const length = (bounds[code + 1] ?? 0) - at;
  if (from + length >= lines.byteLength || !isEnd(lines.getUint8(from + length))) return false;
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (view.getInt32(at + i) !== lines.getInt32(from + i)) return false;
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
  let [to, hash] = [from, 0x811c9dc5];
  for (let byte = lines.getUint8(to); PLAIN[byte] === 1; byte = lines.getUint8(to)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
    to += 1;
  }
  if (!isEnd(lines.getUint8(to)) || lines.getUint8(from) === HYPHEN) {
    throw new Error('a cell holds more than a code or a number');
  }
  let slot = hash & (SLOTS - 1);
  for (; cells.slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    const code = (cells.slots[slot] ?? 0) - 1;
    if (isSame(cells, code, lines, from)) return code;
  }
  keep(cells, lines, from, to);
  cells.slots[slot] = cells.count;
  return cells.count - 1;
}

function keep(cells: Cells, lines: DataView, from: number, to: number): void {
  const at = cells.bounds[cells.count] ?? 0;
  const end = at + to - from;
  if (end > cells.text.length) {
    cells.text = Buffer.concat([cells.text], Math.max(2 * cells.text.length, end));
    cells.view = viewOf(cells.text);
  }
  for (let i = from; i < to; i += 1) cells.text[at + i - from] = lines.getUint8(i);
  cells.count += 1;
  cells.bounds[cells.count] = end;
}
