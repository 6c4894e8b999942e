import type { LinesLeft } from '#components/staff/desk/sheet-news.tsx';
import type { SheetDone } from '#lib/usecases/desk/redeem-sheet.ts';

type Values = Readonly<Record<string, string>>;

/** What became of a sheet, as the values of a flash: the lines that are left fill the field again. */
export function writeNews({ recorded, left }: SheetDone): Values {
  return {
    recorded: String(recorded),
    left: left.map(({ why, typed }) => `${why} ${typed}`).join('\n'),
    lines: left.flatMap(({ typed }) => typed || []).join('\n'),
  };
}

/** Null where no sheet was just sent. */
export function readNews({ recorded, left = '' }: Values): LinesLeft | null {
  if (recorded === undefined) return null;
  const lines = left.split('\n').filter((line) => line !== '');
  return {
    recorded: Number(recorded),
    left: lines.map((line) => {
      const [why = '', ...typed] = line.split(' ');
      return { why: why as LinesLeft['left'][number]['why'], typed: typed.join(' ') };
    }),
  };
}
