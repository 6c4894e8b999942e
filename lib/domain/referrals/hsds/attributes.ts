import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { type HsdsObject, isObject, objectsIn, textIn } from './shape.ts';
import type { UuidOf } from './write-tables.ts';

/**
 * What HSDS has no field for stands in `attributes`, its own way to say more about a service: an attribute
 * has a value and a term of a taxonomy, and ours is called `handrail`. So the day on which a wait was true
 * is `{ value: '2026-11-20', link_type: 'handrail', taxonomy_term: { code: 'wait_seen', … } }`. A reader
 * that does not know the taxonomy skips it; nothing of the standard is used for another meaning.
 */
const TAXONOMY = 'handrail';

/** Each with what it says, which the standard asks of a term. */
const TERMS = {
  id: 'The name of the entry where it was made',
  language: 'The language of the texts in the fields of the standard',
  country: 'Country, ISO 3166-1 alpha-2',
  area: 'District, as visitors choose it',
  modes: 'How people meet: in_person, phone, online',
  cost_kind: 'free, paid, means_tested or ask',
  wait_days: 'Days until a first visit',
  wait_seen: 'The day on which the wait was true',
  languages: 'Languages spoken, BCP 47',
  step_free: 'Whether a wheelchair gets in: yes, no or unknown',
  phone: 'The number to call',
  url: 'The website of the service',
  walk_in: 'Whether people may come without booking',
  assured_date: 'The day on which a person last confirmed the entry',
  paused: 'Whether the service takes nobody for now',
  fictitious: 'Whether this is an example and no real service',
  person: 'Whom to ask for',
  slots: 'Free times for a first visit, on the clock of the service',
  name: 'Name, in another language',
  what: 'What it does, in another language',
  who_for: 'Who it is for, in another language',
  cost: 'What it costs, in another language',
  hours: 'When it is open, in another language',
  how_to_book: 'How to book, in another language',
} as const;

type Term = keyof typeof TERMS;
export type AttributeCode = Term | `${Term}.${Locale}`;

function isOurs(attribute: HsdsObject, code: string): boolean {
  const { taxonomy_term: term } = attribute;
  return isObject(term) && term['taxonomy'] === TAXONOMY && term['code'] === code;
}

/** The value of one of our attributes; null where the service has none. An empty value is one. */
export function attributeOf(service: HsdsObject, code: AttributeCode): string | null {
  const found = objectsIn(service, 'attributes').find((one) => isOurs(one, code));
  if (!found) return null;
  return textIn(found, 'value') ?? '';
}

export function withoutAttribute(service: HsdsObject, code: AttributeCode): HsdsObject {
  const { attributes, ...rest } = service;
  if (!Array.isArray(attributes)) return service;
  const kept = attributes.filter((one) => !(isObject(one) && isOurs(one, code)));
  if (kept.length === attributes.length) return service;
  return kept.length === 0 ? rest : { ...rest, attributes: kept };
}

export function withAttribute(
  service: HsdsObject,
  code: AttributeCode,
  value: string,
  uuidOf: UuidOf,
): HsdsObject {
  const plain = withoutAttribute(service, code);
  const before = Array.isArray(plain['attributes']) ? (plain['attributes'] as unknown[]) : [];
  const attribute = {
    id: uuidOf(`${String(service['id'])} attribute ${code}`),
    link_type: TAXONOMY,
    link_entity: 'service',
    value,
    taxonomy_term: termOf(code, uuidOf),
  };
  return { ...plain, attributes: [...before, attribute] };
}

function termOf(code: AttributeCode, uuidOf: UuidOf): HsdsObject {
  const [term = '', language] = code.split('.');
  const spoken = LOCALES.find((locale) => locale === language);
  return {
    id: uuidOf(`term ${code}`),
    code,
    name: code,
    description: TERMS[term as Term],
    taxonomy: TAXONOMY,
    ...(spoken ? { language: spoken } : {}),
  };
}
