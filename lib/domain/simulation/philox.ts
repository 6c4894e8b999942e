/**
 * Philox 4x32-10: Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3", SC'11,
 * DOI 10.1145/2063384.2063405. A counter-based generator: any block can be had without the ones before it, so
 * any slice of a simulation can be made again, or made elsewhere. Held by the authors' known answers in
 * tests/domain/simulation/philox.test.ts. For simulation alone, never for a secret.
 */
export type Words = readonly [number, number, number, number];

const MULTIPLIER_A = 0xd2511f53;
const MULTIPLIER_C = 0xcd9e8d57;
/** Added to the key each round: the golden ratio, and the square root of 3 less 1. */
const WEYL_K = 0x9e3779b9;
const WEYL_L = 0xbb67ae85;
const ROUNDS = 10;

/** The upper 32 bits of a product of two words of 32 bits. */
function high(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const left = aHigh * bLow;
  const right = aLow * bHigh;
  const middle = ((aLow * bLow) >>> 16) + (left & 0xffff) + (right & 0xffff);
  return (aHigh * bHigh + (left >>> 16) + (right >>> 16) + (middle >>> 16)) | 0;
}

/** The four words of 32 bits that belong to a counter under a key. Plain variables: it is most of a simulation's time. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let a = counter[0] | 0;
  let b = counter[1] | 0;
  let c = counter[2] | 0;
  let d = counter[3] | 0;
  let k = key[0] | 0;
  let l = key[1] | 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const x = high(MULTIPLIER_A, a);
    const y = high(MULTIPLIER_C, c);
    const lowA = Math.imul(MULTIPLIER_A, a);
    const lowC = Math.imul(MULTIPLIER_C, c);
    a = y ^ b ^ k;
    b = lowC;
    c = x ^ d ^ l;
    d = lowA;
    k = (k + WEYL_K) | 0;
    l = (l + WEYL_L) | 0;
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}
