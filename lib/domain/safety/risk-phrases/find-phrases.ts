import { z } from 'zod';
import { indexPatterns } from './candidates.ts';
import en from './en.json' with { type: 'json' };
import { makeLexicon, type Place } from './lexicon.ts';
import { matchLengths, type Pattern, parsePattern } from './pattern.ts';
import type { Token } from './tokens.ts';
import hans from './zh-hans.json' with { type: 'json' };
import hant from './zh-hant.json' with { type: 'json' };

export type RiskKind = 'explicit' | 'implicit' | 'method';

export interface RiskSpan {
  /** UTF-16 offsets in the text as it was written. Spans may overlap. */
  readonly start: number;
  readonly end: number;
  readonly kind: RiskKind;
}

const patterns = z.array(z.string().min(1)).min(1);
const phrasesSchema = z.object({
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  state: z.literal('draft: awaiting clinical review'),
  provenance: z.string().min(1),
  words: z.record(z.string(), patterns),
  explicit: patterns,
  implicit: patterns,
  method: patterns,
  /** Everyday sayings: a phrase that is part of one is not counted. */
  except: patterns,
});

interface Entry {
  readonly pattern: Pattern;
  readonly kind: RiskKind | 'except';
}

const lexicon = makeLexicon();
const entries = [en, hans, hant].flatMap(readEntries);
const visitCandidates = indexPatterns(entries.map(({ pattern }) => pattern));

function readEntries(file: unknown): Entry[] {
  const { words, explicit, implicit, method, except } = phrasesSchema.parse(file);
  const read = (sources: readonly string[], kind: Entry['kind']) =>
    sources.map((source) => ({ pattern: parsePattern(source, words, lexicon), kind }));
  return [
    ...read(explicit, 'explicit'),
    ...read(implicit, 'implicit'),
    ...read(method, 'method'),
    ...read(except, 'except'),
  ];
}

/** The phrases of all three languages at once that may speak of risk, without those that are part of a saying. */
export function findPhrases(tokens: readonly Token[]): RiskSpan[] {
  const found = matches(lexicon.read(tokens));
  const isSaying = sayingsOf(tokens.at(-1)?.end ?? 0, found);
  const spans = found.flatMap(({ start, end, kind }): RiskSpan[] =>
    kind === 'except' || isSaying({ start, end }) ? [] : [{ start, end, kind }],
  );
  return withoutInner(spans);
}

/**
 * Whether a phrase is part of a saying: one that began before it goes into it, or one that begins in it goes to its
 * end. A phrase that holds a saying and goes on after it says more than the saying.
 */
function sayingsOf(length: number, found: readonly Match[]): (phrase: Stretch) => boolean {
  /** For each offset, how far the sayings go that begin before it. */
  const reach = new Int32Array(length + 1);
  for (const { start, end, kind } of found) {
    if (kind === 'except') reach[start + 1] = Math.max(reach[start + 1] ?? 0, end);
  }
  for (let i = 1; i <= length; i++) reach[i] = Math.max(reach[i] ?? 0, reach[i - 1] ?? 0);
  return ({ start, end }) => (reach[start] ?? 0) > start || (reach[end] ?? 0) >= end;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Match extends Stretch {
  readonly kind: Entry['kind'];
}

function matches(places: readonly Place[]): Match[] {
  const found: Match[] = [];
  visitCandidates(places, (number, at) => {
    const [entry, first] = [entries[number], places[at]];
    const lengths = entry === undefined ? null : matchLengths(entry.pattern, places, at);
    if (entry === undefined || first === undefined || lengths === null) return;
    const length = entry.kind === 'except' ? lengths.longest : lengths.shortest;
    found.push({
      start: first.start,
      end: places[at + length - 1]?.end ?? first.end,
      kind: entry.kind,
    });
  });
  return found;
}

const STRENGTH: Readonly<Record<RiskKind, number>> = { implicit: 0, method: 1, explicit: 2 };

/** A span inside another that says at least as much adds nothing for a reader. */
export function withoutInner(spans: readonly RiskSpan[]): RiskSpan[] {
  const inOrder = spans.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || STRENGTH[b.kind] - STRENGTH[a.kind],
  );
  /** How far the spans kept so far go, by what they say. */
  const reach = [0, 0, 0];
  return inOrder.filter(({ end, kind }) => {
    const strength = STRENGTH[kind];
    if (reach.slice(strength).some((furthest) => furthest >= end)) return false;
    reach[strength] = end;
    return true;
  });
}
