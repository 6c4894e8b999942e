import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { cleanTyped } from '#lib/domain/basics/typed.ts';
import { NEVER_ASSURED } from '../age.ts';
import {
  COST_KINDS,
  LONGEST_TEXT,
  type Localised,
  MODES,
  MOST_SLOTS,
  type Service,
  type Slot,
  serviceSchema,
} from '../service.ts';

export type Typed = Readonly<Record<string, string>>;

/** Every text of an entry, as its fields are named: `what-zh-hant`. */
export const WORDS = ['name', 'what', 'whoFor', 'cost', 'hours', 'howToBook'] as const;

export const FORM_ERRORS = [
  'noLanguage',
  'missing',
  'long',
  'area',
  'country',
  'phone',
  'modes',
  'costKind',
  'wait',
  'date',
  'languages',
  'url',
  'slots',
  'tooManySlots',
] as const;
export type FormErrorCode = (typeof FORM_ERRORS)[number];

export interface FormProblem {
  readonly field: string;
  readonly code: FormErrorCode;
}

interface Given {
  readonly id: string;
  /** What visitors read where nothing was written. */
  readonly unknown: Localised;
  readonly today: Day;
  /** The entry as it was; null: a new one. */
  readonly before: Service | null;
}

/** An entry from its form, or everything in it that is to mend, each beside its field. */
export function readServiceForm(
  typed: Typed,
  given: Given,
): Result<Service, readonly FormProblem[]> {
  const text = (name: string) => cleanTyped(typed[name] ?? '').trim();
  const problems: FormProblem[] = [];
  const fail = (field: string, code: FormErrorCode) => problems.push({ field, code });
  const words = wordsOf(text, given.unknown, fail);
  const paused = text('paused') !== '';
  const [area, phone] = [text('area'), text('phone')];
  if (area.length > 80 || (!paused && area === '')) fail('area', 'area');
  if (phone.length > 40 || (!paused && !/\d/.test(phone))) fail('phone', 'phone');
  const entry = {
    id: given.id,
    ...words,
    area,
    phone,
    paused,
    ...choicesOf(text, fail),
    ...datesOf(text, given, fail),
    ...linesOf(text, fail),
  };
  if (problems.length > 0) return err(problems);
  const parsed = serviceSchema.safeParse(entry);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map(({ path }) => ({ field: String(path[0]), code: 'missing' })));
}

type Text = (name: string) => string;
type Fail = (field: string, code: FormErrorCode) => void;

/** A language with a name is written, and needs to say what the place does; one without follows another. */
function wordsOf(text: Text, unknown: Localised, fail: Fail) {
  const written = LOCALES.filter((locale) =>
    WORDS.some((word) => text(`${word}-${locale}`) !== ''),
  );
  const [own] = written;
  if (own === undefined) fail('name-en', 'noLanguage');
  for (const locale of written) {
    for (const word of WORDS) {
      const field = `${word}-${locale}`;
      if (text(field).length > LONGEST_TEXT) fail(field, 'long');
      if (text(field) === '' && (word === 'name' || word === 'what')) fail(field, 'missing');
    }
  }
  const read = (word: string, locale: Locale): string => {
    if (written.includes(locale)) return text(`${word}-${locale}`) || unknown[locale];
    const followed = own === undefined ? '' : text(`${word}-${own}`);
    return followed || unknown[locale];
  };
  const words = Object.fromEntries(
    WORDS.map((word) => [
      word,
      Object.fromEntries(LOCALES.map((locale) => [locale, read(word, locale)])),
    ]),
  );
  return { ...words, untranslated: LOCALES.filter((locale) => !written.includes(locale)) };
}

function choicesOf(text: Text, fail: Fail) {
  const chosen = text('modes').split(',');
  const modes = MODES.filter((mode) => chosen.includes(mode));
  if (modes.length === 0) fail('modes', 'modes');
  const costKind = COST_KINDS.find((kind) => kind === text('costKind'));
  if (costKind === undefined) fail('costKind', 'costKind');
  const country = text('country').toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) fail('country', 'country');
  const stepFree = { yes: true, no: false }[text('stepFree')] ?? null;
  const [walkIn, fictitious] = [text('walkIn') !== '', text('fictitious') !== ''];
  return { modes, costKind, country, stepFree, walkIn, fictitious };
}

/** A wait was true today unless the form says on which other day. */
function datesOf(text: Text, { today, before }: Given, fail: Fail) {
  const wait = text('waitDays').normalize('NFKC');
  const waitDays = wait === '' ? null : Number(wait);
  if (wait !== '' && (!/^\d{1,3}$/.test(wait) || Number(wait) > 730)) fail('waitDays', 'wait');
  const seen = text('waitSeen').normalize('NFKC');
  const day = seen === '' ? today : dayFromIso(seen);
  if (day === null || day > today) fail('waitSeen', 'date');
  const waitSeen = waitDays === null || day === null ? null : isoDate(day);
  const assuredDate =
    text('assured') === '' ? (before?.assuredDate ?? NEVER_ASSURED) : isoDate(today);
  return { waitDays, waitSeen, assuredDate };
}

function linesOf(text: Text, fail: Fail) {
  const codes = text('languages')
    .split(/[\s,;、，]+/)
    .filter((code) => code !== '');
  const fit = (code: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code);
  if (codes.length === 0 || codes.length > 40 || !codes.every(fit)) fail('languages', 'languages');
  const url = text('url') || null;
  if (url !== null && !(/^https?:\/\//i.test(url) && URL.canParse(url))) fail('url', 'url');
  const person = text('personToAskFor') || null;
  if (person !== null && person.length > 80) fail('personToAskFor', 'long');
  const lines = text('slots')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const slots = lines.flatMap((line) => slotIn(line) ?? []);
  if (slots.length < lines.length) fail('slots', 'slots');
  if (slots.length > MOST_SLOTS) fail('slots', 'tooManySlots');
  return { languages: [...new Set(codes)], url, personToAskFor: person, slots };
}

/** `2026-12-01 10:00`, also with `T` between, or with a time of one figure. */
function slotIn(line: string): Slot | null {
  const found = /^(\d{4}-\d\d-\d\d)[T\s]+([01]?\d|2[0-3]):([0-5]\d)$/.exec(
    line.normalize('NFKC').trim(),
  );
  const [, on = '', hour = '', minute = ''] = found ?? [];
  return dayFromIso(on) === null ? null : { on, at: `${hour.padStart(2, '0')}:${minute}` };
}
