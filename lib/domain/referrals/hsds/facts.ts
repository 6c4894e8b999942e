import { dayFromIso } from '#lib/domain/basics/day.ts';
import { NEVER_ASSURED } from '../age.ts';
import { COST_KINDS, type CostKind, MODES, MOST_SLOTS, type Mode, type Slot } from '../service.ts';
import { slotName } from '../slots.ts';
import { hsdsField, type Reading } from './fields.ts';
import { waitIn } from './opening.ts';
import { personIn, phoneIn, placesOf, withPhone } from './people.ts';
import { type HsdsObject, isObject, objectsIn, textIn } from './shape.ts';
import { languageOf } from './words.ts';

const yes = (value: boolean) => (value ? 'yes' : 'no');
const truth = (text: string) => ({ yes: true, no: false })[text];
const list = (text: string) => text.split(',').filter((part) => part !== '');

const addressesOf = (source: HsdsObject) =>
  placesOf(source).flatMap((place) => objectsIn(place, 'addresses'));

export const countryField = hsdsField<string>({
  code: 'country',
  derive(source, { country }) {
    const said = addressesOf(source)
      .map((address) => (textIn(address, 'country') ?? '').toUpperCase())
      .find((code) => /^[A-Z]{2}$/.test(code));
    return said ?? country;
  },
  toText: (value) => value,
  fromText: (text) => (/^[A-Z]{2}$/.test(text) ? text : undefined),
});

export const areaField = hsdsField<string>({
  code: 'area',
  derive(source) {
    const said = [
      ...addressesOf(source).flatMap((one) => [textIn(one, 'city'), textIn(one, 'region')]),
      ...objectsIn(source, 'service_areas').map((one) => textIn(one, 'name')),
    ];
    return said.find((name) => name !== null && name.length <= 80) ?? '';
  },
  toText: (value) => value,
  fromText: (text) => (text.length <= 80 ? text : undefined),
});

export const modesField = hsdsField<Mode[]>({
  code: 'modes',
  derive(source) {
    const types = placesOf(source).map((place) => place['location_type']);
    const found: Mode[] = [];
    if (types.includes('physical')) found.push('in_person');
    if (types.includes('virtual')) found.push('online');
    if (found.length > 0) return found;
    return [types.length === 0 && phoneIn(source) !== '' ? 'phone' : 'in_person'];
  },
  toText: (modes) => modes.join(','),
  fromText(text) {
    const modes = list(text).flatMap((word) => MODES.find((mode) => mode === word) ?? []);
    return modes.length > 0 ? modes : undefined;
  },
});

/** Free only where every price is 0: a fee that is described is one. */
export const costKindField = hsdsField<CostKind>({
  code: 'cost_kind',
  derive(source) {
    const amounts = objectsIn(source, 'cost_options').map(({ amount }) => amount);
    if (amounts.some((amount) => typeof amount === 'number' && amount > 0)) return 'paid';
    const allFree = amounts.length > 0 && amounts.every((amount) => amount === 0);
    return allFree && textIn(source, 'fees_description') === null ? 'free' : 'ask';
  },
  toText: (kind) => kind,
  fromText: (text) => COST_KINDS.find((kind) => kind === text),
});

export const waitDaysField = hsdsField<number | null>({
  code: 'wait_days',
  derive: waitIn,
  put(source, days) {
    if (days !== null) return { ...source, wait_time: `${days} days` };
    const { wait_time: _, ...rest } = source;
    return rest;
  },
  toText: (days) => (days === null ? '' : String(days)),
  fromText(text) {
    if (text === '') return null;
    return /^\d{1,3}$/.test(text) && Number(text) <= 730 ? Number(text) : undefined;
  },
});

/** A wait without a date was true when the entry was confirmed, or nobody knows when. */
export const waitSeenField = hsdsField<string | null>({
  code: 'wait_seen',
  derive: (source) => (waitIn(source) === null ? null : dateIn(source, 'assured_date')),
  toText: (date) => date ?? '',
  fromText: (text) => (text === '' ? null : dayFromIso(text) === null ? undefined : text),
});

function dateIn(source: HsdsObject, name: string): string | null {
  const date = (textIn(source, name) ?? '').slice(0, 10);
  return dayFromIso(date) === null ? null : date;
}

/** `zh` says how it is written; what is spoken there first is Mandarin (`cmn`, ISO 639-3). */
function spokenCode(code: string | null): string[] {
  if (code === null || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return [];
  const [whole = ''] = Intl.getCanonicalLocales(code);
  return whole === '' ? [] : [whole === 'zh' ? 'cmn' : whole];
}

const codesIn = (object: HsdsObject) =>
  objectsIn(object, 'languages').flatMap((one) => spokenCode(textIn(one, 'code')));

export const languagesField = hsdsField<string[]>({
  code: 'languages',
  derive(source, how) {
    const own = codesIn(source);
    const found = own.length > 0 ? own : placesOf(source).flatMap(codesIn);
    if (found.length > 0) return [...new Set(found)].slice(0, 40);
    return [{ en: 'en', 'zh-hans': 'cmn', 'zh-hant': 'yue' }[languageOf(source, how)]];
  },
  put(source, codes, { uuidOf }) {
    if (objectsIn(source, 'languages').length > 0) return source;
    const languages = codes.map((code) => ({
      id: uuidOf(`${String(source['id'])} language ${code}`),
      code,
    }));
    return { ...source, languages };
  },
  toText: (codes) => codes.join(','),
  fromText(text) {
    const codes = list(text);
    const fit = codes.every((code) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code));
    return codes.length > 0 && codes.length <= 40 && fit ? codes : undefined;
  },
});

export const stepFreeField = hsdsField<boolean | null>({
  code: 'step_free',
  derive: () => null,
  toText: (value) => (value === null ? 'unknown' : yes(value)),
  fromText: (text) => (text === 'unknown' ? null : truth(text)),
});

export const phoneField = hsdsField<string>({
  code: 'phone',
  derive: phoneIn,
  put: (source, number, { uuidOf }) =>
    withPhone(source, number, uuidOf(`${String(source['id'])} phone`)),
  toText: (number) => number,
  fromText: (text) => (text.length <= 40 ? text : undefined),
});

export const urlField = hsdsField<string | null>({
  code: 'url',
  derive: (source) => webAddress(textIn(source, 'url')),
  put(source, url) {
    if (url !== null) return { ...source, url };
    const { url: _, ...rest } = source;
    return rest;
  },
  toText: (url) => url ?? '',
  fromText: (text) => (text === '' ? null : (webAddress(text) ?? undefined)),
});

function webAddress(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return text;
}

const flag = (code: 'walk_in' | 'fictitious') =>
  hsdsField<boolean>({ code, derive: () => false, toText: yes, fromText: truth });
export const walkInField = flag('walk_in');
export const fictitiousField = flag('fictitious');

export const assuredField = hsdsField<string>({
  code: 'assured_date',
  derive: (source) => dateIn(source, 'assured_date') ?? NEVER_ASSURED,
  put(source, date) {
    if (date !== NEVER_ASSURED) return { ...source, assured_date: date };
    const { assured_date: _, ...rest } = source;
    return rest;
  },
  toText: (date) => date,
  fromText: (text) => (dayFromIso(text) === null ? undefined : text),
});

/** An entry without a number or a place is no help to anybody: it waits until somebody has filled it in. */
export const pausedField = hsdsField<boolean>({
  code: 'paused',
  derive: (source, how) => source['status'] !== 'active' || !isWholeIn(source, how),
  put: (source, paused) => ({ ...source, status: paused ? 'temporarily closed' : 'active' }),
  toText: yes,
  fromText: truth,
});

function isWholeIn(source: HsdsObject, how: Reading): boolean {
  return phoneField.read(source, how) !== '' && areaField.read(source, how) !== '';
}

export const personField = hsdsField<string | null>({
  code: 'person',
  derive: personIn,
  put: (source, name, { uuidOf }) =>
    name === null || isObject(objectsIn(source, 'contacts')[0])
      ? source
      : { ...source, contacts: [{ id: uuidOf(`${String(source['id'])} person`), name }] },
  toText: (name) => name ?? '',
  fromText: (text) => (text === '' ? null : text.length <= 80 ? text : undefined),
});

export const slotsField = hsdsField<Slot[]>({
  code: 'slots',
  derive: () => [],
  toText: (slots) => slots.map(slotName).join(','),
  fromText(text) {
    const slots = list(text).map((one) => ({ on: one.slice(0, 10), at: one.slice(11) }));
    const fit = slots.every(
      ({ on, at }) => dayFromIso(on) !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(at),
    );
    return fit && slots.length <= MOST_SLOTS ? slots : undefined;
  },
});
