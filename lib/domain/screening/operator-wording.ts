import { z } from 'zod';
import { dayFromIso } from '../basics/day.ts';
import { LANG, LOCALES, type Locale } from '../basics/locale.ts';
import { err, ok, type Result } from '../basics/result.ts';
import type { Instrument, InstrumentItem } from './instrument.ts';
import { INSTRUMENTS } from './instruments.ts';
import type { Wording } from './wording.ts';

/** A wording that who runs the service brings, because it is licensed. */
export interface OperatorWording {
  readonly instrument: string;
  readonly locale: Locale;
  readonly version: string;
  readonly wording: Wording;
  readonly source: string;
  readonly licence: { readonly text: string; readonly acceptedBy: string };
}

/** What is wrong, and where in the file. */
export interface WordingProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

const text = z.string().trim().min(1);
const choices = z.array(z.strictObject({ value: z.int(), label: text })).min(1);
const head = z.looseObject({
  schema: z.literal(1),
  instrument: z.string(),
  licence: z.unknown().optional(),
});
const licenceSchema = z.strictObject({
  text: z.string(),
  acceptedBy: text,
  acceptedOn: z.string().refine((date) => dayFromIso(date) !== null, 'is not a date: 2026-11-25'),
});
const fileSchema = z.strictObject({
  schema: z.literal(1),
  instrument: z.string(),
  lang: z.enum(LOCALES.map((locale) => LANG[locale])),
  version: z.string(),
  stem: text,
  items: z.array(z.strictObject({ id: z.string(), text })),
  options: choices,
  /** No form whose wording is brought has the unscored question about difficulty. */
  functionalItem: z.null({ error: 'this form has no such question' }).default(null),
  licence: licenceSchema,
  source: text,
});
type WordingFile = z.infer<typeof fileSchema>;

/** Reads one file; the licence is asked for before anything is said of the words. */
export function readOperatorWording(json: unknown): Result<OperatorWording, WordingProblem> {
  const known = head.safeParse(json);
  if (!known.success) return err(problemOf(known.error));
  const found = findBrought(known.data.instrument);
  if (!found.ok) return found;
  const instrument = found.value;
  const unlicensed = licenceProblem(instrument, known.data.licence);
  if (unlicensed) return err(unlicensed);
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) return err(problemOf(parsed.error));
  const unlike = structureProblem(instrument, parsed.data);
  if (unlike) return err(unlike);
  const { lang, version, source, licence, stem, items, options, functionalItem } = parsed.data;
  const locale = LOCALES.find((one) => LANG[one] === lang) as Locale;
  const wording = { stem, items, options, functionalItem };
  return ok({ instrument: instrument.id, locale, version, wording, source, licence });
}

/** The sentence that an operator accepts word for word, from the data of the instrument. */
export function licenceTextOf({ licence }: Instrument): string {
  return `${licence.statement} ${licence.attribution}`;
}

function findBrought(id: string): Result<Instrument, WordingProblem> {
  const path = ['instrument'];
  const instrument = INSTRUMENTS.get(id);
  if (instrument?.shipAs === 'operator') return ok(instrument);
  if (instrument) return err({ path, problem: `${id} is here already` });
  const brought = [...INSTRUMENTS.values()].filter(({ shipAs }) => shipAs === 'operator');
  return err({ path, problem: `is not one of ${brought.map((one) => one.id).join(', ')}` });
}

function licenceProblem(instrument: Instrument, licence: unknown): WordingProblem | null {
  const wanted = licenceTextOf(instrument);
  const accept = `accept the licence of ${instrument.id}: put this into licence.text, with acceptedBy and acceptedOn: ${wanted}`;
  if (licence === undefined || licence === null) return { path: ['licence'], problem: accept };
  const parsed = licenceSchema.safeParse(licence);
  if (!parsed.success) {
    const { path, problem } = problemOf(parsed.error);
    return { path: ['licence', ...path], problem: `${problem}; ${accept}` };
  }
  const same = plain(parsed.data.text) === plain(wanted);
  return same ? null : { path: ['licence', 'text'], problem: accept };
}

const plain = (sentence: string) => sentence.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

function structureProblem(instrument: Instrument, file: WordingFile): WordingProblem | null {
  if (file.version !== instrument.version) {
    return { path: ['version'], problem: `is not the version scored here: ${instrument.version}` };
  }
  const ids = instrument.items.map(({ id }) => id);
  const other = file.items.findIndex(({ id }, i) => id !== ids[i]);
  if (other >= 0 || file.items.length !== ids.length) {
    const path = other >= 0 ? ['items', other, 'id'] : ['items'];
    return { path, problem: `the items are, in this order: ${ids.join(', ')}` };
  }
  const { min, max } = instrument.items[0] as InstrumentItem;
  const values = new Set(file.options.map(({ value }) => value));
  const off = file.options.findIndex(({ value }) => value < min || value > max);
  if (off < 0 && values.size === max - min + 1 && values.size === file.options.length) return null;
  const path = off >= 0 ? ['options', off, 'value'] : ['options'];
  return { path, problem: `the answers are each number from ${min} to ${max} once` };
}

/** The first thing that is wrong; the path has no symbols, because JSON has none. */
function problemOf({ issues }: z.ZodError): WordingProblem {
  const [issue] = issues as [z.core.$ZodIssue];
  const path = issue.path as (string | number)[];
  if (issue.code !== 'unrecognized_keys') return { path, problem: issue.message };
  return { path: [...path, issue.keys[0] as string], problem: 'is not known here' };
}
