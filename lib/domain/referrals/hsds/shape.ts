import type { Entity } from './tables.ts';

/** An object of the standard as it stands in JSON: its values, and the objects inside it. */
export type HsdsObject = { readonly [name: string]: unknown };

/** Objects in a list under `name`; in tables each of them names its parent in the column `key`. */
export interface Many {
  readonly name: string;
  readonly entity: Entity;
  readonly key: string;
}

/** One object under `name`; in tables the parent names it in its own column `key`. */
export type One = Many;

interface Shape {
  readonly many: readonly Many[];
  readonly one: readonly One[];
}

const many = (name: string, entity: Entity, key: string): Many => ({ name, entity, key });

/** Every object may carry attributes and metadata. */
const ABOUT = [
  many('attributes', 'attribute', 'link_id'),
  many('metadata', 'metadata', 'resource_id'),
] as const;
const PLAIN: Shape = { many: ABOUT, one: [] };

/** What stands inside what: the `$ref`s of the published schema of a service (HSDS 3.0). */
export const SHAPES: Readonly<Record<Entity, Shape>> = {
  service: {
    many: [
      many('phones', 'phone', 'service_id'),
      many('schedules', 'schedule', 'service_id'),
      many('service_areas', 'service_area', 'service_id'),
      many('service_at_locations', 'service_at_location', 'service_id'),
      many('languages', 'language', 'service_id'),
      many('funding', 'funding', 'service_id'),
      many('cost_options', 'cost_option', 'service_id'),
      many('required_documents', 'required_document', 'service_id'),
      many('contacts', 'contact', 'service_id'),
      ...ABOUT,
    ],
    one: [
      many('organization', 'organization', 'organization_id'),
      many('program', 'program', 'program_id'),
    ],
  },
  organization: {
    many: [
      many('funding', 'funding', 'organization_id'),
      many('contacts', 'contact', 'organization_id'),
      many('phones', 'phone', 'organization_id'),
      many('locations', 'location', 'organization_id'),
      many('programs', 'program', 'organization_id'),
      many('organization_identifiers', 'organization_identifier', 'organization_id'),
      ...ABOUT,
    ],
    one: [],
  },
  service_at_location: {
    many: [
      many('contacts', 'contact', 'service_at_location_id'),
      many('phones', 'phone', 'service_at_location_id'),
      many('schedules', 'schedule', 'service_at_location_id'),
      ...ABOUT,
    ],
    one: [many('location', 'location', 'location_id')],
  },
  location: {
    many: [
      many('languages', 'language', 'location_id'),
      many('addresses', 'address', 'location_id'),
      many('contacts', 'contact', 'location_id'),
      many('accessibility', 'accessibility', 'location_id'),
      many('phones', 'phone', 'location_id'),
      many('schedules', 'schedule', 'location_id'),
      ...ABOUT,
    ],
    one: [],
  },
  phone: { many: [many('languages', 'language', 'phone_id'), ...ABOUT], one: [] },
  contact: { many: [many('phones', 'phone', 'contact_id'), ...ABOUT], one: [] },
  attribute: {
    many: [many('metadata', 'metadata', 'resource_id')],
    one: [many('taxonomy_term', 'taxonomy_term', 'taxonomy_term_id')],
  },
  taxonomy_term: {
    many: [many('metadata', 'metadata', 'resource_id')],
    one: [many('taxonomy_detail', 'taxonomy', 'taxonomy_id')],
  },
  taxonomy: { many: [many('metadata', 'metadata', 'resource_id')], one: [] },
  metadata: { many: [], one: [] },
  program: PLAIN,
  address: PLAIN,
  schedule: PLAIN,
  funding: PLAIN,
  service_area: PLAIN,
  required_document: PLAIN,
  language: PLAIN,
  accessibility: PLAIN,
  meta_table_description: PLAIN,
  cost_option: PLAIN,
  organization_identifier: PLAIN,
};

export function isObject(value: unknown): value is HsdsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, and nothing else that stands in it. */
export function objectsIn(object: HsdsObject | undefined, name: string): readonly HsdsObject[] {
  const list = object?.[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A text that is not empty, without the space around it. */
export function textIn(object: HsdsObject | undefined, name: string): string | null {
  const value = object?.[name];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}
