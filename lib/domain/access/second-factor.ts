/** Crockford's base 32: no letter that looks like a digit. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 random bits: with five tries in ten minutes nobody guesses one. */
const LENGTH = 10;

export const RECOVERY_CODES = 10;
/** So few left are told on the person's first page. */
export const FEW_RECOVERY_CODES = 3;

/** What somebody typed where the second factor is asked for. */
export interface TypedFactor {
  readonly kind: 'totp' | 'recovery';
  readonly code: string;
}

/** What the server found it to be: a time step of the person's app, or the keyed hash of a recovery code. */
export type Proof =
  | { readonly kind: 'totp'; readonly step: number }
  | { readonly kind: 'recovery'; readonly hash: Uint8Array };

/** A code out of random bytes, one a symbol. */
export function makeRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error('A recovery code needs more random bytes');
  return [...bytes.subarray(0, LENGTH)].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
}

/** For display: two groups of five. */
export function recoveryGroups(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** Full-width characters, small letters, spaces and dashes are welcome; O is 0, I and L are 1. */
export function readFactor(text: string): TypedFactor | null {
  const compact = text.normalize('NFKC').replace(/[\p{Z}\p{C}\p{P}]+/gu, '');
  if (/^\d{6}$/.test(compact)) return { kind: 'totp', code: compact };
  const code = compact.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  const known = code.length === LENGTH && [...code].every((symbol) => SYMBOLS.includes(symbol));
  return known ? { kind: 'recovery', code } : null;
}
