import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type Service, serviceSchema } from '../service.ts';
import { attributeOf, withAttribute, withoutAttribute } from './attributes.ts';
import { isUuidText } from './check-object.ts';
import * as facts from './facts.ts';
import type { HsdsField, Reading } from './fields.ts';
import type { ProblemCode } from './problems.ts';
import type { HsdsObject } from './shape.ts';
import * as words from './words.ts';

/** A service of the standard as it was read, with the language of its texts. */
export interface Source {
  readonly language: Locale;
  readonly service: HsdsObject;
}

type Mapped = Omit<Service, 'id' | 'untranslated'>;

/** Each value of an entry, where it stands in the standard, in the order in which they are written. */
const FIELDS: { readonly [K in keyof Mapped]: HsdsField<Mapped[K]> } = {
  name: words.nameField,
  what: words.whatField,
  whoFor: words.whoForField,
  cost: words.costField,
  hours: words.hoursField,
  howToBook: words.howToBookField,
  country: facts.countryField,
  area: facts.areaField,
  phone: facts.phoneField,
  personToAskFor: facts.personField,
  languages: facts.languagesField,
  modes: facts.modesField,
  costKind: facts.costKindField,
  assuredDate: facts.assuredField,
  waitDays: facts.waitDaysField,
  waitSeen: facts.waitSeenField,
  stepFree: facts.stepFreeField,
  url: facts.urlField,
  walkIn: facts.walkInField,
  fictitious: facts.fictitiousField,
  slots: facts.slotsField,
  paused: facts.pausedField,
};

/** Where the standard keeps what a text of ours says, for whoever has to mend it. */
const NAMED: Readonly<Partial<Record<keyof Service, string>>> = {
  what: 'description',
  whoFor: 'eligibility_description',
  cost: 'fees_description',
  hours: 'schedules',
  howToBook: 'application_process',
};

export interface Unfit {
  readonly field: string;
  readonly code: ProblemCode;
}

/** An entry of ours from a service of the standard that has been checked. */
export function fromHsds(source: HsdsObject, how: Reading): Result<Service, readonly Unfit[]> {
  const read = Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => [name, field.read(source, how)]),
  );
  const entry = {
    ...read,
    id: attributeOf(source, 'id') ?? String(source['id']),
    untranslated: words.untranslatedIn(source, how),
  };
  const parsed = serviceSchema.safeParse(entry);
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.map(({ path, code }): Unfit => {
    const name = String(path[0] ?? '') as keyof Service;
    return { field: NAMED[name] ?? name, code: code === 'too_big' ? 'too_long' : 'unfit' };
  });
  return err(problems);
}

/**
 * A service of the standard from an entry of ours. What came with the entry and is none of our business stays
 * as it was, and so does everything that nobody has changed since.
 */
export function toHsds(service: Service, kept: Source | null, how: Reading): HsdsObject {
  const start = kept ?? beginning(service, how);
  const here: Reading = { ...how, language: start.language };
  const told = sameName(service, words.languageOf(start.service, here));
  const fields = Object.entries(FIELDS) as unknown as [keyof Mapped, HsdsField<unknown>][];
  const cleared = service.untranslated.reduce(
    (source, locale) => withoutAttribute(source, `name.${locale}`),
    start.service,
  );
  const written = fields.reduce(
    (source, [name, field]) => field.write(source, told[name], here),
    cleared,
  );
  const whole = words.withTranslated(written, told, here);
  // The reader of a file takes English where it says nothing.
  const silent = start.language === 'en' || attributeOf(whole, 'language') !== null;
  return silent ? whole : withAttribute(whole, 'language', start.language, how.uuidOf);
}

/** An entry that was made here: an organization of its own, since the standard asks for one. */
function beginning({ id, name, what, untranslated }: Service, { uuidOf }: Reading): Source {
  const language = LOCALES.find((locale) => !untranslated.includes(locale)) ?? 'en';
  const own = isUuidText(id) ? id : uuidOf(`service ${id}`);
  const organization = {
    id: uuidOf(`${own} organization`),
    name: name[language],
    description: what[language],
  };
  const service = { id: own, name: name[language], status: 'active', organization };
  return { language, service: own === id ? service : withAttribute(service, 'id', id, uuidOf) };
}

/** The name in an untranslated language is that of the file; in any other words it would be translated. */
function sameName(service: Service, own: Locale): Service {
  const name = Object.fromEntries(
    LOCALES.map((locale) => {
      const from = service.untranslated.includes(locale) ? own : locale;
      return [locale, service.name[from]];
    }),
  ) as Service['name'];
  return { ...service, name };
}
