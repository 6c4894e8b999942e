import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvChunks, csvStream } from '#lib/gateways/datasets.ts';

type Cell = string | number | null;

async function write(rows: readonly (readonly Cell[])[]): Promise<string> {
  let text = '';
  for await (const chunk of csvChunks(['a', 'b', 'c'], rows)) text += chunk;
  return text;
}

/** A reader by RFC 4180, written apart from the library that wrote the file. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    row.push(found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"'));
    if (found[3] === '\n') {
      rows.push(row);
      row = [];
    }
  }
  expect(row).toEqual([]);
  return rows;
}

/** What a spreadsheet looks at first, after all that any of them may drop or turn into ASCII. */
function firstSeen(cell: string): string {
  return [...cell.normalize('NFKC').replace(/^[\p{Z}\p{C}\p{M}\u2800]+/u, '')][0] ?? '';
}

const LEADS = [
  '',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '\u200b',
  '\u00a0',
  '\u3000',
  '\u202e',
];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
const TAILS = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x","y")',
  'SUM(A1,A2)',
  '"',
  '',
  'a\nb',
  ',=',
];

const hostile = fc
  .tuple(
    fc.array(fc.constantFrom(...LEADS), { maxLength: 3 }),
    fc.constantFrom(...SIGNS),
    fc.oneof(fc.constantFrom(...TAILS), fc.string({ unit: 'binary', maxLength: 12 })),
  )
  .map(([lead, sign, tail]) => `${lead.join('')}${sign}${tail}`);

describe('csvChunks', () => {
  it('lets none of 5,000 hostile cells begin a formula, and loses none of them', async () => {
    const cells = fc.sample(hostile, { numRuns: 5000, seed: 1 });
    const rows = read(await write(cells.map((cell, i) => [cell, i, 'end'])));
    expect(rows).toHaveLength(5001);
    cells.forEach((cell, i) => {
      const [written, number, end] = rows[i + 1] ?? [];
      expect(written).toBe(`'${cell}`);
      expect(SIGNS).not.toContain(firstSeen(written ?? ''));
      expect([number, end]).toEqual([String(i), 'end']);
    });
  });

  it('marks a control character that some programs drop', async () => {
    const rows = read(await write(['\0x', '\tx', '\rx', '\nx'].map((cell) => [cell, null, 1])));
    for (const [cell] of rows.slice(1)) expect(cell?.startsWith("'")).toBe(true);
  });

  it('marks a sign that becomes a plain one when it is brought into its usual form', async () => {
    const rows = read(await write(['⩵1', '₌1', '⁺1', ' ⁻1'].map((cell) => [cell, null, 1])));
    for (const [cell] of rows.slice(1)) expect(cell?.startsWith("'")).toBe(true);
  });

  it('leaves numbers, empty cells and plain text as they are', async () => {
    const text = await write([
      [-5, 0.25, null],
      ['face_to_face', '2026-W47', '我 "quoted", twice'],
      ['', -0.5, 1e21],
    ]);
    expect(text).toBe(
      'a,b,c\n-5,0.25,\nface_to_face,2026-W47,"我 ""quoted"", twice"\n,-0.5,1e+21\n',
    );
  });

  it('gives back any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (cell) => {
        const [, row] = read(await write([[cell, 1, 2]]));
        expect([cell, `'${cell}`]).toContain(row?.[0]);
        expect(SIGNS).not.toContain(firstSeen(row?.[0] ?? ''));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes the header of an empty file', async () => {
    expect(await write([])).toBe('a,b,c\n');
  });
});

describe('csvStream', () => {
  it('reads no more rows than are asked for, and none after the reader left', async () => {
    let produced = 0;
    let closed = false;
    async function* rows(): AsyncGenerator<readonly Cell[]> {
      try {
        for (;;) {
          produced += 1;
          yield [produced, 'x', null];
        }
      } finally {
        closed = true;
      }
    }
    const reader = csvStream(['a', 'b', 'c'], rows()).getReader();
    const first = await reader.read();
    expect(new TextDecoder().decode(first.value).startsWith('a,b,c\n1,x,\n')).toBe(true);
    expect(produced).toBeLessThan(3000);
    await reader.cancel();
    expect(closed).toBe(true);
  });
});
