import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { unkeepable, valueProblem } from './check-object.ts';
import {
  type FileProblem,
  firstProblems,
  MOST_PROBLEMS,
  MOST_SERVICES,
  type Problem,
} from './problems.ts';
import type { FoundService, ReadFile } from './read-json.ts';
import { type HsdsObject, SHAPES } from './shape.ts';
import { ENTITIES, type Entity, type Field, TABLES } from './tables.ts';

export interface Row {
  /** Counted from 1 with the header, as an editor counts. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The tables of a package by the names of their files. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

interface Kept {
  readonly line: number;
  readonly object: HsdsObject;
}

type Store = ReadonlyMap<Entity, readonly Kept[]>;

/** A column whose value names a row that must be in the package. */
const LINKS: readonly (readonly [Entity, string, Entity])[] = [
  ['service', 'organization_id', 'organization'],
  ['service', 'program_id', 'program'],
  ['service_at_location', 'service_id', 'service'],
  ['service_at_location', 'location_id', 'location'],
];

/** The services of a tabular package, each with the rows of the other tables that belong to it. */
export function readTables(tables: Tables): Result<ReadFile, FileProblem> {
  const rows = tables.get(TABLES.service.file);
  if (rows === undefined) return err('not_hsds');
  if (rows.length === 0) return err('no_services');
  if (rows.length > MOST_SERVICES) return err('too_many');
  const inRows = firstProblems(wrongRows(tables));
  if (inRows.length > MOST_PROBLEMS) return ok({ services: [], problems: inRows, leftOut: 0 });
  const store: Store = new Map(
    ENTITIES.map((entity) => {
      const own = tables.get(TABLES[entity].file) ?? [];
      return [entity, own.map(({ line, cells }) => ({ line, object: typed(entity, cells) }))];
    }),
  );
  const problems = firstProblems(inRows, wrongLinks(store));
  if (problems.length > 0) return ok({ services: [], problems, leftOut: 0 });
  const nest = nester(store);
  const services = (store.get('service') ?? []).map(({ line, object }): FoundService => {
    return { service: nest.build('service', object), file: TABLES.service.file, at: String(line) };
  });
  const all = [...store.values()].reduce((sum, kept) => sum + kept.length, 0);
  return ok({ services, problems, leftOut: all - nest.used.size });
}

function* wrongRows(tables: Tables): Generator<Problem> {
  for (const entity of ENTITIES) {
    const own = tables.get(TABLES[entity].file) ?? [];
    for (const row of own) yield* rowProblems(entity, row);
    yield* repeated(entity, own);
  }
}

function* wrongLinks(store: Store): Generator<Problem> {
  for (const link of LINKS) yield* brokenLinks(store, link);
}

function rowProblems(entity: Entity, { line, cells }: Row): readonly Problem[] {
  const { file, fields } = TABLES[entity];
  const where = { file, at: String(line) };
  const code = unkeepable(cells);
  if (code !== null) return [{ ...where, field: '', code }];
  return fields.flatMap((field) => {
    const cell = cells[field.name] ?? '';
    if (cell === '') {
      return field.required === 'never'
        ? []
        : [{ ...where, field: field.name, code: 'missing' as const }];
    }
    const wrong = valueProblem(cellValue(cell, field), field.kind);
    return wrong === null ? [] : [{ ...where, field: field.name, code: wrong }];
  });
}

function* repeated(entity: Entity, rows: readonly Row[]): Generator<Problem> {
  const { file } = TABLES[entity];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const id = (cells['id'] ?? '').toLowerCase();
    if (id !== '' && seen.has(id)) yield { file, at: String(line), field: 'id', code: 'twice' };
    seen.add(id);
  }
}

function* brokenLinks(store: Store, [from, key, to]: (typeof LINKS)[number]): Generator<Problem> {
  const ids = new Set((store.get(to) ?? []).map(({ object }) => object['id']));
  for (const { line, object } of store.get(from) ?? []) {
    const { [key]: id } = object;
    if (id === undefined || ids.has(id)) continue;
    yield { file: TABLES[from].file, at: String(line), field: key, code: 'unknown_link' };
  }
}

function typed(entity: Entity, cells: Row['cells']): HsdsObject {
  const kinds = new Map(TABLES[entity].fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => [name, cellValue(cell, kinds.get(name))]),
  );
}

/** An amount may stand as any number that a spreadsheet writes; what is none stays text, and is told. */
function cellValue(cell: string, field: Field | undefined): unknown {
  if (field?.kind !== 'number') return cell;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell.trim()) ? Number(cell) : cell;
}

/** Puts the rows of all tables into one another; a row that stands in two places is one object. */
function nester(store: Store) {
  const used = new Set<HsdsObject>();
  const byId = indexes(store);
  const built = new Map<HsdsObject, HsdsObject>();
  function build(entity: Entity, object: HsdsObject): HsdsObject {
    const known = built.get(object);
    if (known) return known;
    used.add(object);
    const { many, one } = SHAPES[entity];
    const inside: Record<string, unknown> = {};
    for (const { name, entity: child, key } of many) {
      const rows = byId(child, key, object['id']);
      if (rows.length > 0) inside[name] = rows.map((row) => build(child, row));
    }
    for (const { name, entity: child, key } of one) {
      const [row] = byId(child, 'id', object[key]);
      if (row) inside[name] = build(child, row);
    }
    const whole = { ...object, ...inside };
    built.set(object, whole);
    return whole;
  }
  return { build, used };
}

function indexes(store: Store) {
  const made = new Map<string, Map<unknown, HsdsObject[]>>();
  return (entity: Entity, key: string, id: unknown): readonly HsdsObject[] => {
    if (id === undefined) return [];
    const name = `${entity} ${key}`;
    let index = made.get(name);
    if (!index) {
      index = Map.groupBy(
        (store.get(entity) ?? []).map(({ object }) => object),
        (object) => object[key],
      );
      made.set(name, index);
    }
    return index.get(id) ?? [];
  };
}
