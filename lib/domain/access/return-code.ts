import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { dammDigit, passesDamm } from './damm.ts';
import { readDigits } from './digits.ts';

declare const brand: unique symbol;
/** The visitor's only way back: 19 random digits and a check digit (decision D8), without spaces. */
export type ReturnCode = string & { readonly [brand]: 'ReturnCode' };

export type ReturnCodeError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'length'; readonly digits: number }
  | { readonly kind: 'check' }
  | { readonly kind: 'visit_code' };

const LENGTH = 20;
const LOCATOR_LENGTH = 5;
const GROUP = 4;

/** 250 is the largest multiple of 10 in a byte: a larger byte would make the low digits likelier. */
const FIRST_BIASED_BYTE = 250;

/**
 * A code out of random bytes, one byte a digit, the biased ones thrown away. Hand it 32: of those
 * more than 13 would have to be thrown away for it to fail, which has a chance below 1 in 10^14.
 */
export function makeReturnCode(bytes: Uint8Array): ReturnCode {
  const digits = [...bytes].filter((byte) => byte < FIRST_BIASED_BYTE).map((byte) => byte % 10);
  if (digits.length < LENGTH - 1) throw new Error('A return code needs more random bytes');
  const random = digits.slice(0, LENGTH - 1).join('');
  return `${random}${dammDigit(random)}` as ReturnCode;
}

/** Reads a typed code in any digits of the world, with any spaces, dashes or dots between them. */
export function parseReturnCode(text: string): Result<ReturnCode, ReturnCodeError> {
  const compact = text.normalize('NFKC').replace(/[\p{Z}\p{C}\p{P}]+/gu, '');
  if (compact === '') return err({ kind: 'empty' });
  if (looksLikeVisitCode(compact)) return err({ kind: 'visit_code' });
  const digits = readDigits(compact);
  // A letter among 20 digits is a slip of the finger, which the check would not see.
  if (digits.length !== LENGTH || [...compact].length !== LENGTH) {
    return err({ kind: 'length', digits: digits.length });
  }
  return passesDamm(digits) ? ok(digits as ReturnCode) : err({ kind: 'check' });
}

/** The part that a record is found by. It is no secret: a hundred thousand codes share the space. */
export function locatorOf(code: ReturnCode): string {
  return code.slice(0, LOCATOR_LENGTH);
}

/** The part that is verified slowly, and that opens the person's own record: everything else. */
export function secretOf(code: ReturnCode): string {
  return code.slice(LOCATOR_LENGTH, LENGTH - 1);
}

/** For display: five groups of four. */
export function groupsOf(code: ReturnCode): readonly string[] {
  return Array.from({ length: LENGTH / GROUP }, (_, i) => code.slice(i * GROUP, (i + 1) * GROUP));
}

/** What the person types back to show that they have the code. */
export function lastGroup(code: ReturnCode): string {
  return code.slice(-GROUP);
}

/**
 * Nine symbols of Crockford's base 32, with the letters that are read as digits. Nine digits and no
 * letter are a return code cut short: a visit code looks so once in 26,000.
 */
function looksLikeVisitCode(compact: string): boolean {
  return /^(?=.*[A-Z])[0-9A-TV-Z]{9}$/i.test(compact);
}
