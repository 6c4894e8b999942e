import { LONGEST_SOURCE } from './problems.ts';
import { type HsdsObject, isObject } from './shape.ts';

/**
 * Characters of a value as JSON. It counts no further than `most`: beyond that it is some larger number, so that
 * what many entries share costs no more than what an entry may hold.
 */
export function jsonLength(value: unknown, most: number): number {
  const rest: unknown[] = [value];
  let length = 0;
  while (rest.length > 0 && length <= most) length += lengthOf(rest.pop(), most, rest);
  return length;
}

/** One value without what stands inside it, which is put on `rest` where it may still fit. */
function lengthOf(value: unknown, most: number, rest: unknown[]): number {
  if (typeof value === 'string') return textLength(value, most);
  if (typeof value !== 'object' || value === null) return (JSON.stringify(value) ?? 'null').length;
  if (Array.isArray(value)) {
    if (value.length <= most) for (const item of value) rest.push(item);
    return 2 + Math.max(0, value.length - 1);
  }
  return objectLength(value, most, rest);
}

/** How far the names of an object went: listing those of a large one takes long, and many entries may share it. */
const reached = new WeakMap<object, number>();

function objectLength(object: object, most: number, rest: unknown[]): number {
  const before = reached.get(object) ?? 0;
  if (before > most) return before;
  let length = 1;
  for (const [name, inner] of Object.entries(object)) {
    if (inner === undefined) continue;
    length += textLength(name, most) + 2;
    if (length > most) {
      reached.set(object, length);
      return length;
    }
    rest.push(inner);
  }
  return Math.max(2, length);
}

function textLength(text: string, most: number): number {
  return text.length > most ? text.length : JSON.stringify(text).length;
}

/** Where an organization has many places, each of its services keeps its own alone. */
export function withinSize(service: HsdsObject): HsdsObject {
  const { organization } = service;
  if (!isObject(organization) || jsonLength(service, LONGEST_SOURCE) <= LONGEST_SOURCE) {
    return service;
  }
  const { locations: _places, programs: _programs, ...rest } = organization;
  return { ...service, organization: rest };
}
