import { z } from 'zod';
import { BANDS, type Band } from './band.ts';

const citation = z.strictObject({ text: z.string().min(1), doi: z.string().nullable() });
const range = z.strictObject({ from: z.int().min(0), to: z.int().min(0) });

const itemSchema = z.strictObject({
  id: z.string().min(1),
  construct: z.string().min(1),
  loinc: z.string().regex(/^\d{1,7}-\d$/),
  safety: z.boolean(),
  /** From this answer on, the item counts as a symptom that is present. */
  presentFrom: z.int().min(1),
  /** One of the symptoms without which no syndrome is counted. */
  cardinal: z.boolean(),
});

/** An instrument as data: its structure, its arithmetic and where each number comes from. No wording. */
export const instrumentSchema = z
  .strictObject({
    schema: z.literal(1),
    id: z.literal('phq-9'),
    title: z.string().min(1),
    version: z.string().min(1),
    population: z.string().min(1),
    timeframeDays: z.int().positive(),
    maxAnswer: z.int().positive(),
    items: z.array(itemSchema).min(1),
    bands: z
      .array(z.strictObject({ band: z.enum(BANDS), ...range.shape, source: z.string().min(1) }))
      .min(1),
    syndromes: z.strictObject({
      majorFrom: z.int().positive(),
      otherFrom: z.int().positive(),
      source: z.string().min(1),
    }),
    difficulty: z.strictObject({ loinc: z.string(), scored: z.literal(false) }),
    loinc: z.strictObject({ panel: z.string(), total: z.string(), notice: z.string() }),
    citations: z.array(citation).min(1),
    licence: z.strictObject({
      status: z.string().min(1),
      statement: z.string().min(1),
      attribution: z.string().min(1),
    }),
  })
  .readonly();

type InstrumentData = z.infer<typeof instrumentSchema>;

export interface Instrument extends InstrumentData {
  /** The band of every possible total, so that scoring looks up instead of searching. */
  readonly bandByTotal: readonly Band[];
  /** Place of the item that opens the support page. */
  readonly safetyIndex: number;
}

/** Reads an instrument; throws unless its bands give every possible total exactly one band. */
export function readInstrument(json: unknown): Instrument {
  const data = instrumentSchema.parse(json);
  const totals = Array.from(
    { length: data.items.length * data.maxAnswer + 1 },
    (_, total) => total,
  );
  const bandByTotal = totals.map((total) => {
    const [match, ...more] = data.bands.filter(({ from, to }) => from <= total && total <= to);
    if (match === undefined || more.length > 0) throw new Error(`No single band for ${total}`);
    return match.band;
  });
  const safetyIndex = data.items.findIndex((item) => item.safety);
  if (safetyIndex < 0) throw new Error('An instrument without a safety item needs its own rule');
  return { ...data, bandByTotal, safetyIndex };
}
