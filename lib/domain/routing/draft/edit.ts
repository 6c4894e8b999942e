import { type RoutedInstrument, TOTALS } from '../policy.ts';
import { type DraftBody, MOST_RAISES } from './draft.ts';
import { addRow, sortRows } from './rows.ts';

/** What a button of the editor asks for, besides saving what was typed. */
export type Edit =
  | { readonly kind: 'check' }
  | { readonly kind: 'add_row' | 'add_table' | 'remove_table'; readonly instrument: string }
  | { readonly kind: 'remove_row'; readonly instrument: string; readonly row: number }
  | { readonly kind: 'add_raise' }
  | { readonly kind: 'remove_raise'; readonly raise: number };

/** The fields after the edit: rows in order, conditions that ask nothing gone. */
export function edited(body: DraftBody, edit: Edit): DraftBody {
  const tables = editTables(body, edit).map((table) => ({
    ...table,
    // A row is taken away by its place on the page, so the others must still be where they were.
    rows: edit.kind === 'remove_row' ? table.rows : sortRows(table),
  }));
  const added = tables.map((table) =>
    edit.kind === 'add_row' && table.instrument === edit.instrument
      ? { ...table, rows: addRow(table) }
      : table,
  );
  const raises = editRaises(body, edit).map((raise) => ({
    ...raise,
    when: raise.when.filter(({ ask }) => ask !== ''),
  }));
  return { ...body, tables: added, raises };
}

function editTables({ tables }: DraftBody, edit: Edit): DraftBody['tables'] {
  switch (edit.kind) {
    case 'add_table': {
      const { instrument } = edit;
      if (!isRouted(instrument) || tables.some((table) => table.instrument === instrument)) {
        return tables;
      }
      return [...tables, { instrument, rows: addRow({ instrument, rows: [] }) }];
    }
    case 'remove_table':
      return tables.filter(({ instrument }) => instrument !== edit.instrument);
    case 'remove_row':
      return tables.map((table) =>
        table.instrument === edit.instrument
          ? { ...table, rows: table.rows.filter((_row, place) => place !== edit.row) }
          : table,
      );
    default:
      return tables;
  }
}

function editRaises({ raises }: DraftBody, edit: Edit): DraftBody['raises'] {
  if (edit.kind === 'remove_raise') return raises.filter((_one, place) => place !== edit.raise);
  if (edit.kind !== 'add_raise' || raises.length >= MOST_RAISES) return raises;
  return [...raises, { when: [], tier: 'face_to_face', alsoOpen: [] }];
}

function isRouted(instrument: string): instrument is RoutedInstrument {
  return Object.hasOwn(TOTALS, instrument);
}
