/** As many buckets as one character of base64 each makes a file below 150 kB. */
export const BUCKETS = 2 ** 17;

/** The signs of the weights, from the lowest to the highest. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ZERO = 32;
/** The weight of the last sign. Small weights are told apart better than large ones: steps grow with the square. */
const MOST = 2;

/** FNV-1a over UTF-16 units, with murmur3's last mixing. Two grams in one bucket weigh the same. */
export function bucketOf(gram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) {
    hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}

export function writeWeights(weights: Float64Array): string {
  return Array.from(weights, (weight) => {
    const size = Math.sqrt(Math.min(1, Math.abs(weight) / MOST));
    return SIGNS.charAt(ZERO + Math.sign(weight) * Math.round(size * (ZERO - 1)));
  }).join('');
}

export function readWeights(signs: string): Float64Array {
  return Float64Array.from(signs, (sign) => {
    const steps = SIGNS.indexOf(sign) - ZERO;
    return MOST * Math.sign(steps) * (steps / (ZERO - 1)) ** 2;
  });
}

/** Added to how much is known of a text: two or three words alone say little, whatever they weigh. */
const LITTLE = 30;

/** What the sum of the weights of so many buckets is multiplied with. */
export function shareOf(buckets: number): number {
  return 1 / Math.sqrt(LITTLE + buckets);
}
