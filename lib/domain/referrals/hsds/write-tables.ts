import { type HsdsObject, isObject, type Many, objectsIn, SHAPES } from './shape.ts';
import { ENTITIES, type Entity, TABLES } from './tables.ts';

export type Cell = string | number | null;

export interface WrittenTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Values = Map<string, string | number>;
type Rows = Map<Entity, Map<string, Values>>;

/** A new random-looking id from a name: the same name gives the same id. */
export type UuidOf = (name: string) => string;

/**
 * Services as the tables of a package. An object that stands in several places is one row that names all of
 * them; where two places want the same column of it, it is written twice, under an id of its own.
 */
export function writeTables(
  services: readonly HsdsObject[],
  uuidOf: UuidOf,
): readonly WrittenTable[] {
  const rows: Rows = new Map(ENTITIES.map((entity) => [entity, new Map()]));
  for (const service of services) put({ rows, uuidOf }, 'service', whole(service, uuidOf), null);
  return ENTITIES.flatMap((entity) => {
    const own = [...(rows.get(entity)?.values() ?? [])];
    if (own.length === 0) return [];
    const header = headerOf(entity, own);
    return [
      {
        file: TABLES[entity].file,
        header,
        rows: own.map((row) => header.map((name) => row.get(name) ?? null)),
      },
    ];
  });
}

/** Tables ask for the organization of a service and of a program, which JSON may leave open. */
function whole(service: HsdsObject, uuidOf: UuidOf): HsdsObject {
  const { organization_id: given, organization, program } = service;
  const { id, name, description = name } = service;
  const named = isObject(organization) || given !== undefined;
  const own = named
    ? {}
    : { organization: { id: uuidOf(`${id} organization`), name, description } };
  const by = { ...service, ...own } as HsdsObject;
  const organizationId = isObject(by['organization']) ? by['organization']['id'] : given;
  if (!isObject(program) || 'organization_id' in program) return by;
  return { ...by, program: { ...program, organization_id: organizationId } };
}

/** The columns of the standard in its order, then those that a file brought besides. */
function headerOf(entity: Entity, rows: readonly Values[]): readonly string[] {
  const named = TABLES[entity].fields.map(({ name }) => name);
  const more = new Set(rows.flatMap((row) => [...row.keys()]));
  return [...named, ...[...more].filter((name) => !named.includes(name)).toSorted()];
}

/** The column in which an object says the kind of its parent. */
const NAMES_PARENT: Readonly<Partial<Record<Entity, string>>> = {
  attribute: 'link_entity',
  metadata: 'resource_type',
};

interface Link {
  readonly key: string;
  readonly id: string;
  readonly parent: Entity;
}

/** The id under which the object stands in its table. */
function put(
  out: { readonly rows: Rows; readonly uuidOf: UuidOf },
  entity: Entity,
  object: HsdsObject,
  link: Link | null,
): string {
  const table = out.rows.get(entity) ?? new Map<string, Values>();
  const values = scalarsOf(object);
  if (link) values.set(link.key, link.id);
  const about = link ? NAMES_PARENT[entity] : undefined;
  if (link && about && !values.has(about)) values.set(about, link.parent);
  const { many, one } = SHAPES[entity];
  for (const { name, entity: child, key } of one) {
    const item = object[name];
    if (isObject(item)) values.set(key, put(out, child, item, null));
  }
  let id = String(values.get('id') ?? '');
  const before = table.get(id);
  if (before && link && clash(before, link)) id = out.uuidOf(`${id} ${link.key} ${link.id}`);
  values.set('id', id);
  table.set(id, merged(values, table.get(id)));
  for (const child of many) putAll(out, object, child, { id, parent: entity });
  return id;
}

function putAll(
  out: { readonly rows: Rows; readonly uuidOf: UuidOf },
  object: HsdsObject,
  { name, entity, key }: Many,
  from: Omit<Link, 'key'>,
): void {
  for (const item of objectsIn(object, name)) put(out, entity, item, { ...from, key });
}

function clash(before: Values, { key, id }: Link): boolean {
  return before.has(key) && before.get(key) !== id;
}

/** What was written first stays; what it left open is filled in. */
function merged(values: Values, before: Values | undefined): Values {
  return before ? new Map([...values, ...before]) : values;
}

function scalarsOf(object: HsdsObject): Values {
  const scalars = Object.entries(object).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return [[name, String(value)] as const];
    const kept = typeof value === 'number' || (typeof value === 'string' && value !== '');
    return kept ? [[name, value] as const] : [];
  });
  return new Map(scalars);
}
