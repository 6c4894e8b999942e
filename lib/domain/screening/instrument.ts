import { z } from 'zod';
import { BAND_CODES } from './band.ts';

const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);
const loinc = z.string().regex(/^\d{1,7}-\d$/);
const answerCodes = z.record(z.string().regex(/^\d$/), z.string().regex(/^LA\d+-\d$/));
const citation = z.strictObject({ text: z.string().min(1), doi: z.string().nullable() });

const itemSchema = z.strictObject({
  id: z.string().min(1),
  construct: z.string().min(1),
  /** The same question of another instrument, `gad-7#1`: it is asked once a visit. */
  sameAs: z.string().nullable(),
  loinc: loinc.nullable(),
  min: z.int().min(0),
  max: z.int().positive(),
  reverse: z.boolean(),
  /** Any answer but the lowest, or none, opens the support page. */
  safety: z.boolean(),
  /** From this answer on, the item counts as a symptom that is present. */
  presentFrom: z.int().min(1).optional(),
  /** One of the symptoms without which no syndrome is counted. */
  cardinal: z.boolean().optional(),
});

const bandSetSchema = z.strictObject({
  id: code,
  /** Countries that use this set instead of the first one (ISO 3166-1 alpha-2). */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)),
  source: z.string().min(1),
  bands: z
    .array(z.strictObject({ band: z.enum(BAND_CODES), from: z.int().min(0), to: z.int().min(0) }))
    .min(1),
});

/** A number made of answers: the total, or a subscale. */
const measureSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  method: z.enum(['sum', 'mean']),
  items: z.array(z.string()).min(1),
  multiply: z.int().positive(),
  /** Share of the items that must be answered; 1 for a sum, which is never prorated. */
  leastShare: z.number().gt(0).max(1),
  /** From this value on the published cut-off calls it positive. */
  positiveFrom: z.int().positive().nullable(),
  bands: z.array(bandSetSchema),
});

const conditionSchema = z.strictObject({
  item: z.string(),
  in: z.array(z.union([z.int().min(0), z.literal('declined')])).min(1),
});

/** An instrument that is judged by rules instead of a number; the first result that fits holds. */
const rulesSchema = z.strictObject({
  results: z
    .array(
      z.strictObject({
        result: code,
        crisis: z.boolean(),
        all: z.array(conditionSchema),
        any: z.array(conditionSchema),
      }),
    )
    .min(1),
  source: z.string().min(1),
});

/** An instrument as data: its structure, its arithmetic and where each number comes from. No wording. */
export const instrumentSchema = z.strictObject({
  schema: z.literal(2),
  id: code,
  title: z.string().min(1),
  version: z.string().min(1),
  population: z.string().min(1),
  timeframeDays: z.int().positive().nullable(),
  /** `operator`: its wording is licensed, and comes from who runs the service. */
  shipAs: z.enum(['shipped', 'operator']),
  items: z.array(itemSchema).min(1),
  measures: z.array(measureSchema),
  rules: rulesSchema.nullable(),
  syndromes: z
    .strictObject({
      majorFrom: z.int().positive(),
      otherFrom: z.int().positive(),
      source: z.string().min(1),
    })
    .nullable(),
  reliableChange: z
    .strictObject({ points: z.int().positive(), source: z.string().min(1) })
    .nullable(),
  /** The unscored question about difficulty; where a published wording exists it is asked. */
  difficulty: z.strictObject({ loinc: loinc.nullable(), answers: answerCodes }).nullable(),
  loinc: z.strictObject({
    panel: loinc.nullable(),
    total: loinc.nullable(),
    answers: answerCodes,
    notice: z.string().min(1),
  }),
  citations: z.array(citation).min(1),
  licence: z.strictObject({
    status: z.string().min(1),
    statement: z.string().min(1),
    attribution: z.string().min(1),
  }),
});

export type InstrumentData = Readonly<z.infer<typeof instrumentSchema>>;
export type Measure = InstrumentData['measures'][number];
export type InstrumentItem = InstrumentData['items'][number];
export type BandSet = Measure['bands'][number];

/** What scoring looks up instead of searching. */
export interface Instrument extends InstrumentData {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly prepared: readonly PreparedMeasure[];
  /** Place of the one item whose answer is kept as `item9`; -1 where the instrument has none. */
  readonly safetyIndex: number;
}

export interface PreparedMeasure {
  readonly measure: Measure;
  readonly indexes: readonly number[];
  readonly least: number;
}

/** Reads an instrument; throws unless its bands give every possible total exactly one band. */
export function readInstrument(json: unknown): Instrument {
  const data = instrumentSchema.parse(json);
  const indexOf = new Map(data.items.map(({ id }, index) => [id, index]));
  if (indexOf.size < data.items.length) throw new Error(`${data.id}: two items share an id`);
  const find = (id: string): number => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`${data.id}: there is no item ${id}`);
    return index;
  };
  for (const { item } of data.rules?.results.flatMap(({ all, any }) => [...all, ...any]) ?? []) {
    find(item);
  }
  const prepared = data.measures.map((measure) => {
    const indexes = measure.items.map(find);
    if (measure.method === 'sum' && measure.leastShare < 1) {
      throw new Error(`${data.id}: a sum is never prorated`);
    }
    if (measure.method === 'mean' && measure.bands.length > 0) {
      throw new Error(`${data.id}: bands hold whole numbers, and a mean is none`);
    }
    const items = indexes.map((index) => data.items[index] as InstrumentItem);
    for (const set of measure.bands) checkBands(data.id, items, measure.multiply, set);
    return { measure, indexes, least: Math.ceil(measure.leastShare * indexes.length) };
  });
  const safetyIndex = data.rules ? -1 : data.items.findIndex(({ safety }) => safety);
  return { ...data, indexOf, prepared, safetyIndex };
}

function checkBands(
  instrument: string,
  items: readonly InstrumentItem[],
  multiply: number,
  { id, bands }: BandSet,
): void {
  const end = (of: 'min' | 'max') => items.reduce((sum, item) => sum + item[of], 0) * multiply;
  for (let value = end('min'); value <= end('max'); value += 1) {
    const fits = bands.filter((band) => band.from <= value && value <= band.to);
    if (fits.length !== 1) throw new Error(`${instrument}: no single band for ${value} (${id})`);
  }
}

/** The bands that hold in a country: its own published set, else the first one. */
export function bandSetFor(measure: Measure, country?: string): BandSet | undefined {
  const own = measure.bands.find(({ countries }) => countries.some((one) => one === country));
  return own ?? measure.bands[0];
}
