import type { Lexicon, Place } from './lexicon.ts';
import { tokenise } from './tokens.ts';

/**
 * The small language of the phrase files. A pattern is a row of
 *   words as they are written           want to
 *   alternatives                        (die|be dead)
 *   a list of the same file             <people>
 *   one of the two that may be missing  (really)?  <people>?
 *   up to n words or Chinese characters in between, n from 1 to 9     ..3
 *   nothing but a comma, a full stop or the end of the text follows   $
 * Matching walks over a row of words once with a set of places reached: its work grows with the length of the text,
 * whatever the pattern.
 */
export interface Pattern {
  readonly parts: readonly Part[];
}

type Part = Choice | { readonly kind: 'gap'; readonly size: number } | { readonly kind: 'stop' };

interface Choice {
  readonly kind: 'choice';
  /** What may stand here, by its first two words, or by its only one. */
  readonly options: ReadonlyMap<number, readonly (readonly number[])[]>;
  readonly optional: boolean;
}

export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Places are bits of one 32-bit number: a match spans fewer words than this. */
const REACH = 31;

const PART =
  /\((?<group>[^()]*)\)(?<maybeGroup>\?)?|<(?<list>[a-z]+)>(?<maybeList>\?)?|\.\.(?<gap>[1-9])|(?<stop>\$$)|(?<plain>[^\s()<>.?$]+)|(?<space>\s+)|(?<wrong>.)/gu;

/** Throws on a pattern that is not in the language: a data file is wrong, not a person. */
export function parsePattern(source: string, lists: WordLists, lexicon: Lexicon): Pattern {
  const parts: Part[] = [];
  for (const { groups = {} } of source.matchAll(PART)) {
    const part = readPart(groups, lists, lexicon);
    if (part === 'wrong') throw new Error(`Not a risk pattern: ${source}`);
    if (part !== null) parts.push(part);
  }
  if (!begins(parts[0]) || parts.at(-1)?.kind === 'gap') {
    throw new Error(`Open at an end: ${source}`);
  }
  return { parts };
}

function readPart(
  groups: Readonly<Record<string, string | undefined>>,
  lists: WordLists,
  lexicon: Lexicon,
): Part | null | 'wrong' {
  const { group, list, gap, plain, space, stop } = groups;
  if (space !== undefined) return null;
  if (stop !== undefined) return { kind: 'stop' };
  if (gap !== undefined) return { kind: 'gap', size: Number(gap) };
  if (plain !== undefined) return choice([plain], false, lexicon);
  if (list !== undefined)
    return choice(lists[list] ?? [], groups['maybeList'] !== undefined, lexicon);
  if (group === undefined) return 'wrong';
  const named = (option: string) => lists[/^<([a-z]+)>$/.exec(option)?.[1] ?? ''] ?? [option];
  return choice(group.split('|').flatMap(named), groups['maybeGroup'] !== undefined, lexicon);
}

function choice(written: readonly string[], optional: boolean, lexicon: Lexicon): Choice | 'wrong' {
  const rows = written.map((option) => tokenise(option).map(({ word }) => word));
  if (rows.length === 0 || rows.some((words) => words.length === 0)) return 'wrong';
  const options = new Map<number, number[][]>();
  for (const words of rows) {
    const start = lexicon.learn(words.slice(0, 2).join(' '));
    options.set(start, [...(options.get(start) ?? []), words.map(lexicon.learn)]);
  }
  return { kind: 'choice', options, optional };
}

function begins(part: Part | undefined): boolean {
  return part?.kind === 'choice' && !part.optional;
}

/** For each part that has to be there, the words or pairs of words that it can begin with. */
export function neededWords({ parts }: Pattern): number[][] {
  return parts.flatMap((part) =>
    part.kind === 'choice' && !part.optional ? [[...part.options.keys()]] : [],
  );
}

/** How many words the longest match takes, or more. */
export function reachOf({ parts }: Pattern): number {
  const lengths = parts.map((part) => {
    if (part.kind === 'gap') return part.size;
    if (part.kind === 'stop') return 0;
    return Math.max(...[...part.options.values()].flat().map((words) => words.length));
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}

/** How many words the shortest and the longest match from here take, or null. */
export function matchLengths(
  pattern: Pattern,
  tokens: readonly Place[],
  start: number,
): { readonly shortest: number; readonly longest: number } | null {
  let places = 1;
  for (const part of pattern.parts) {
    places = step(part, tokens, start, places);
    if (places === 0) return null;
  }
  return { shortest: lowest(places), longest: 31 - Math.clz32(places) };
}

function step(part: Part, tokens: readonly Place[], start: number, places: number): number {
  if (part.kind === 'stop') return atPause(tokens, start, places);
  if (part.kind === 'gap') return skip(part.size, tokens, start, places);
  return take(part, tokens, start, places);
}

function atPause(tokens: readonly Place[], start: number, places: number): number {
  let kept = 0;
  for (let left = places; left !== 0; left &= left - 1) {
    const at = lowest(left);
    if (tokens[start + at]?.pause !== 'none') kept |= 1 << at;
  }
  return kept;
}

/** Every place, and every place up to n words further within the sentence. */
function skip(n: number, tokens: readonly Place[], start: number, places: number): number {
  let all = places;
  for (let i = 0, edge = places; i < n && edge !== 0; i++) {
    let next = 0;
    for (let left = edge; left !== 0; left &= left - 1) {
      const at = lowest(left);
      if (at + 1 < REACH && continues(tokens, start + at)) next |= 1 << (at + 1);
    }
    edge = next & ~all;
    all |= next;
  }
  return all;
}

function take(part: Choice, tokens: readonly Place[], start: number, places: number): number {
  let reached = part.optional ? places : 0;
  for (let left = places; left !== 0; left &= left - 1) {
    const at = lowest(left);
    if (at > 0 && !continues(tokens, start + at)) continue;
    reached |= taken(part, tokens, start, at);
  }
  return reached;
}

/** The places after each option that stands at a place. */
function taken({ options }: Choice, tokens: readonly Place[], start: number, at: number): number {
  const first = tokens[start + at];
  if (first === undefined) return 0;
  let reached = options.has(first.one) && at + 1 < REACH ? 1 << (at + 1) : 0;
  for (const words of options.get(first.two) ?? []) {
    const end = at + words.length;
    if (end < REACH && isHere(words, tokens, start + at)) reached |= 1 << end;
  }
  return reached;
}

/** A row goes on to this word: it is there, and no new sentence begins with it. */
function continues(tokens: readonly Place[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && token.pause !== 'sentence';
}

function isHere(words: readonly number[], tokens: readonly Place[], from: number): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[from + i];
    if (token === undefined || token.one !== words[i]) return false;
    if (i > 0 && token.pause !== 'none') return false;
  }
  return true;
}

/** Index of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
