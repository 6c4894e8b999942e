import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { digitValue } from './digits.ts';

declare const brand: unique symbol;
/**
 * What a clinic records a visit by: 8 random symbols and a check symbol (decision D8), without spaces.
 *
 * The check is modulo 31, and what it can see was measured (tests/domain/access/visit-code.test.ts). With all
 * 32 of Crockford's symbols two of them, 0 and Z, would be the same number modulo 31, so that one for the
 * other went unseen: Z is therefore in no code, and a code has 39.6 bits in place of 40. The plain remainder
 * of the whole number would see no swap at all, since 32 leaves 1. Here each of the nine places has a weight
 * of its own, none of them 0, so that every single wrong symbol and every swap of two symbols, neighbours or
 * not, is seen. Two wrong symbols at once pass 1 time in 31.
 */
export type VisitCode = string & { readonly [brand]: 'VisitCode' };

export type VisitCodeError =
  | { readonly kind: 'empty' }
  /** The visitor's way back, or most of it: it opens private messages and must not be kept or shown. */
  | { readonly kind: 'return_code' }
  | { readonly kind: 'length'; readonly symbols: number }
  /** A symbol that no code has. */
  | { readonly kind: 'symbol' }
  | { readonly kind: 'check' };

/** Crockford's 32 (crockford.com/base32.html: no I, L, O, U) without the last, Z. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const MODULUS = 31;
const LENGTH = 9;
const GROUP = 3;
/** Of the eight random places; the check symbol's is 30, that is -1. */
const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** How many codes there are: what one guess has to hit. */
export const VISIT_CODES = MODULUS ** WEIGHTS.length;

/** 248 is the largest multiple of 31 in a byte: a larger byte would make the first symbols likelier. */
const FIRST_BIASED_BYTE = 248;
/** More symbols than this are no slip in a visit code any more. */
const LONGEST_SLIP = 12;

/** A code out of random bytes, one byte a symbol, the biased ones thrown away. Hand it 32. */
export function makeVisitCode(bytes: Uint8Array): VisitCode {
  const values = [...bytes].filter((byte) => byte < FIRST_BIASED_BYTE).map((b) => b % MODULUS);
  if (values.length < WEIGHTS.length) throw new Error('A visit code needs more random bytes');
  const random = values.slice(0, WEIGHTS.length);
  return [...random, checkOf(random)].map((value) => ALPHABET.charAt(value)).join('') as VisitCode;
}

/**
 * Reads a typed code in either case, in full-width letters, in any digits of the world, with any spaces or
 * dashes between them; O is read as 0, I and L as 1 (Crockford).
 */
export function parseVisitCode(text: string): Result<VisitCode, VisitCodeError> {
  const symbols = symbolsOf(text);
  if (symbols.length === 0) return err({ kind: 'empty' });
  if (symbols.length > LONGEST_SLIP && symbols.every((symbol) => /^\d$/.test(symbol))) {
    return err({ kind: 'return_code' });
  }
  if (symbols.length !== LENGTH) return err({ kind: 'length', symbols: symbols.length });
  const values = symbols.map((symbol) => ALPHABET.indexOf(symbol));
  if (symbols.some((symbol) => symbol.length !== 1) || values.includes(-1)) {
    return err({ kind: 'symbol' });
  }
  const right = checkOf(values.slice(0, WEIGHTS.length)) === values.at(-1);
  return right ? ok(symbols.join('') as VisitCode) : err({ kind: 'check' });
}

/** Whether a typed text may be shown again or kept for a moment: never what could be a return code. */
export function maySendBack(text: string): boolean {
  return symbolsOf(text).length <= LONGEST_SLIP;
}

/** For display: three groups of three. */
export function visitCodeGroups(code: VisitCode): readonly string[] {
  return Array.from({ length: LENGTH / GROUP }, (_, i) => code.slice(i * GROUP, (i + 1) * GROUP));
}

function symbolsOf(text: string): readonly string[] {
  const compact = text.normalize('NFKC').replace(/[\p{Z}\p{C}\p{P}\p{S}]+/gu, '');
  return [...compact].map((symbol) => {
    const upper = symbol.toUpperCase();
    if (upper === 'O') return '0';
    if (upper === 'I' || upper === 'L') return '1';
    return String(digitValue(symbol) ?? upper);
  });
}

function checkOf(random: readonly number[]): number {
  return WEIGHTS.reduce((sum, weight, place) => sum + weight * (random[place] ?? 0), 0) % MODULUS;
}
