import type { ReactNode } from 'react';

interface Column {
  readonly key: string;
  readonly label: string;
  readonly number?: boolean;
  /** Its cells are buttons, which need no label on a phone. */
  readonly action?: boolean;
}

interface Props {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: Readonly<Record<string, ReactNode>>;
  }[];
  /** On a phone the rows become short lists: for columns of words. Numbers scroll instead. */
  readonly stacked?: boolean;
}

/** Written out because a stacked table (`display: block`) loses its own roles in some browsers. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A table in a scroll box of its own, which is named and can be reached by keyboard. */
export function DataTable({ caption, columns, rows, stacked }: Props) {
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, not for a scroll box
    <div
      className={stacked ? 'table-box stacked' : 'table-box'}
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the keyboard
      tabIndex={0}
    >
      <table {...ROLES.table}>
        <caption>{caption}</caption>
        <thead {...ROLES.rowgroup}>
          <tr {...ROLES.row}>
            {columns.map(({ key, label, number }) => (
              <th
                key={key}
                {...ROLES.columnheader}
                scope="col"
                className={number ? 'number' : undefined}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLES.rowgroup}>
          {rows.map(({ key, cells }) => (
            <tr key={key} {...ROLES.row}>
              <th {...ROLES.rowheader} scope="row">
                {cells[first.key]}
              </th>
              {others.map((column) => (
                <td
                  key={column.key}
                  {...ROLES.cell}
                  data-label={stacked && !column.action ? column.label : undefined}
                  className={column.number ? 'number' : undefined}
                >
                  {cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
