import { type HsdsObject, isObject, objectsIn, textIn } from './shape.ts';

const NOT_FOR_SPEAKING = /fax|tty|tdd|textphone|pager|sms/i;
const LONGEST_NUMBER = 40;

/** The places of a service: each with what stands in it. */
export function placesOf(source: HsdsObject): readonly HsdsObject[] {
  return objectsIn(source, 'service_at_locations').flatMap(({ location }) =>
    isObject(location) ? [location] : [],
  );
}

function phonesOf(object: HsdsObject | undefined): readonly HsdsObject[] {
  return [
    ...objectsIn(object, 'phones'),
    ...objectsIn(object, 'contacts').flatMap((contact) => objectsIn(contact, 'phones')),
  ];
}

/** The phones that stand beside a service, the nearest first: its own, of its places, of its organization. */
function phonesFor(source: HsdsObject): readonly HsdsObject[] {
  const { organization } = source;
  return [
    ...phonesOf(source),
    ...objectsIn(source, 'service_at_locations').flatMap(phonesOf),
    ...placesOf(source).flatMap(phonesOf),
    ...(isObject(organization) ? phonesOf(organization) : []),
  ].filter(
    (phone) => !NOT_FOR_SPEAKING.test(textIn(phone, 'type') ?? '') && numberOf(phone) !== '',
  );
}

/** Without the marks that a spreadsheet left around it. */
function numberOf(phone: HsdsObject): string {
  const number = (textIn(phone, 'number') ?? '').replace(/^["'\s]+|["'\s]+$/g, '');
  return /\d/.test(number) && number.length <= LONGEST_NUMBER ? number : '';
}

/** The number to call; empty where the file has none. */
export function phoneIn(source: HsdsObject): string {
  const [phone] = phonesFor(source);
  return phone ? numberOf(phone) : '';
}

/** Writes another number: in the phone that was read wherever it stands, or in a new one of the service. */
export function withPhone(source: HsdsObject, number: string, newId: string): HsdsObject {
  if (number === '') return source;
  const [phone] = phonesFor(source);
  if (!phone) return { ...source, phones: [{ id: newId, number, type: 'voice' }] };
  return replaced(source, phone['id'], number) as HsdsObject;
}

function replaced(value: unknown, id: unknown, number: string): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, id, number));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, replaced(one, id, number)]),
  );
  return inner['id'] === id && 'number' in inner ? { ...inner, number } : inner;
}

/** Whom to ask for: the first person that the service names. */
export function personIn(source: HsdsObject): string | null {
  const name = textIn(objectsIn(source, 'contacts')[0], 'name');
  return name !== null && name.length <= 80 ? name : null;
}
