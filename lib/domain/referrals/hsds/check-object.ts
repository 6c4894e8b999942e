import { dayFromIso } from '#lib/domain/basics/day.ts';
import type { Problem, ProblemCode } from './problems.ts';
import { type HsdsObject, isObject, type Many, SHAPES } from './shape.ts';
import { type Entity, type Field, type Kind, TABLES } from './tables.ts';

/** The published schema goes seven objects deep; what is far deeper is made to be. */
const DEEPEST = 16;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;

export function isUuidText(text: string): boolean {
  return UUID.test(text);
}

export interface At {
  readonly file: string;
  readonly at: string;
}

function isDate(text: string): boolean {
  const [date = '', time] = text.split('T');
  return dayFromIso(date) !== null && (time === undefined || TIME.test(time));
}

const FITS = {
  text: { fits: () => true, code: 'not_text' },
  uuid: { fits: isUuidText, code: 'not_uuid' },
  time: { fits: (text: string) => TIME.test(text), code: 'not_time' },
  date: { fits: isDate, code: 'not_date' },
  datetime: { fits: isDate, code: 'not_date' },
} as const;

/** One value against what the standard says of it; null: it fits. */
export function valueProblem(value: unknown, kind: Kind): ProblemCode | null {
  if (kind === 'number') return Number.isFinite(value) ? null : 'not_number';
  if (typeof value !== 'string') return 'not_text';
  if (typeof kind !== 'string') return kind.includes(value) ? null : 'not_one_of';
  const { fits, code } = FITS[kind];
  return fits(value) ? null : code;
}

/** An object of a JSON file with everything inside it against the published schema. */
export function* checkObject(entity: Entity, object: HsdsObject, where: At): Generator<Problem> {
  const { many, one } = SHAPES[entity];
  for (const field of TABLES[entity].fields) yield* fieldProblems(object, field, where);
  for (const inside of many) yield* checkList(inside, object[inside.name], where);
  for (const { name, entity: child } of one) {
    const item = object[name] ?? null;
    if (item !== null) yield* checkChild(child, item, { ...where, at: `${where.at}.${name}` });
  }
}

function* checkList({ name, entity }: Many, list: unknown, where: At): Generator<Problem> {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) return yield { ...where, field: name, code: 'not_list' };
  for (const [n, item] of list.entries()) {
    yield* checkChild(entity, item, { ...where, at: `${where.at}.${name}[${n}]` });
  }
}

function* checkChild(entity: Entity, item: unknown, where: At): Generator<Problem> {
  if (isObject(item)) yield* checkObject(entity, item, where);
  else yield { ...where, field: '', code: 'not_object' };
}

function fieldProblems(object: HsdsObject, field: Field, where: At): readonly Problem[] {
  const value = object[field.name];
  const asked = field.required === 'always';
  if (value === undefined || value === null || (asked && value === '')) {
    return asked ? [{ ...where, field: field.name, code: 'missing' }] : [];
  }
  const code = valueProblem(value, field.kind);
  return code === null ? [] : [{ ...where, field: field.name, code }];
}

/**
 * Values that cannot be kept at all, also where the standard does not know them: characters that
 * PostgreSQL refuses in JSON (U+0000, half of a surrogate pair), and nests without an end.
 */
export function unkeepable(value: unknown, depth = 0): 'bad_character' | 'too_deep' | null {
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed() ? 'bad_character' : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEEPEST) return 'too_deep';
  for (const [name, inner] of Object.entries(value)) {
    const found = unkeepable(name) ?? unkeepable(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
