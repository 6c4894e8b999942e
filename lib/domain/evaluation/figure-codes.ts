import { DIRECT } from '../pathway/entry-point.ts';
import { barrierTable } from './barrier-figures.ts';
import { RISK_COLUMNS } from './curve.ts';
import { FIGURE_COLUMNS, type FigureTable } from './figure.ts';
import { FUNNEL_GROUPS, FUNNEL_STAGES } from './funnel.ts';
import { FUNNEL_FILE_COLUMNS } from './funnel-lines.ts';
import {
  changedTable,
  DIMENSIONS_SHOWN,
  gapTable,
  groupsShown,
  harmTable,
  quadrantTable,
  type ShownBy,
  stoodInTable,
  stoppedTable,
  waitedTable,
} from './gap-figures.ts';
import { GAP_MADE } from './gap-rows.ts';
import { QUALITY_STAGES } from './quality.ts';
import { STAMP_COLUMNS } from './release/stamped.ts';

/** Columns of the files of figures, by the page that they are from. */
const FILE_COLUMNS = {
  gap: [...FIGURE_COLUMNS, ...STAMP_COLUMNS],
  harm: [...FIGURE_COLUMNS, ...STAMP_COLUMNS],
  limits: [...FIGURE_COLUMNS, ...STAMP_COLUMNS],
  funnel: [...FUNNEL_FILE_COLUMNS, ...STAMP_COLUMNS],
  time: [...RISK_COLUMNS, ...STAMP_COLUMNS],
} as const;
type FigureFile = keyof typeof FILE_COLUMNS;
type FileColumn = (typeof FILE_COLUMNS)[FigureFile][number];

/** Every column once, with the files that have it. */
export function columnFiles(): ReadonlyMap<FileColumn, readonly FigureFile[]> {
  const files = Object.keys(FILE_COLUMNS) as FigureFile[];
  const names = new Set<FileColumn>(files.flatMap((file) => [...FILE_COLUMNS[file]]));
  const has = (file: FigureFile, name: FileColumn) =>
    FILE_COLUMNS[file].some((column) => column === name);
  return new Map([...names].map((name) => [name, files.filter((file) => has(file, name))]));
}

/** Of nobody: the stages and groups that there is a place for. */
const tables = (): readonly FigureTable[] => [
  gapTable([], 'all', []),
  barrierTable([]),
  quadrantTable([]),
  stoppedTable([]),
  waitedTable([]),
  changedTable([]),
  stoodInTable({ ever: [], 30: [], 90: [] }),
  harmTable([], []),
];

/** Codes of `stage`, under the code of the figure that they belong to. */
export function stageCodes(): readonly (readonly [figure: string, stages: readonly string[]])[] {
  const known = tables().map(({ name, table }) => {
    const made = name === 'gap' ? GAP_MADE : [];
    return [name, [...table.stages.map(({ stage }) => stage), ...made]] as const;
  });
  return [
    ['funnel', FUNNEL_STAGES.map(({ stage }) => stage)],
    ...known,
    ['quality', QUALITY_STAGES],
  ];
}

/** Codes of `group`, but for policy versions, quarters and listed entry points, which are their own names. */
export function groupCodes(): readonly string[] {
  const none = { policy: [], quarter: [], entry_point: [DIRECT] };
  const shown = (Object.keys(DIMENSIONS_SHOWN) as ShownBy[]).flatMap((by) => groupsShown(by, none));
  const split = tables().flatMap(({ table }) => table.groups);
  return [...new Set(['all', ...FUNNEL_GROUPS, ...shown, ...split])];
}
