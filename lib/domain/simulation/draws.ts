import { philox, type Words } from './philox.ts';

/**
 * What a number is drawn for. Each has a sequence of its own, so that a mechanism that is switched on changes what
 * it is about and leaves every other draw as it was. Names are added at the end: the place is part of the counter.
 */
const STREAMS = [
  'who',
  'person',
  'obstacles',
  'start',
  'answers',
  'again',
  'result',
  'step',
  'ticks',
  'plan',
  'guidance',
  'group',
  'seek',
  'visit',
  'told',
  'arm',
  'end',
  'skew',
  'id',
  'entry',
] as const;
export type Stream = (typeof STREAMS)[number];

/** Whole numbers from 0 that a seed or an index may be. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

const halves = (whole: number): readonly [number, number] => [
  whole >>> 0,
  Math.floor(whole / 2 ** 32) >>> 0,
];

const ONE_53RD = 2 ** -53;

/** The sequence of one purpose in one pathway. */
export class Draws {
  readonly #key: readonly [number, number];
  readonly #low: number;
  readonly #high: number;
  readonly #stream: number;
  #block = 0;
  #words: Words = [0, 0, 0, 0];
  #used = 4;

  constructor(seed: number, index: number, stream: Stream) {
    this.#key = halves(seed);
    [this.#low, this.#high] = halves(index);
    this.#stream = STREAMS.indexOf(stream);
  }

  /** A word of 32 bits. */
  word(): number {
    if (this.#used === 4) {
      this.#words = philox([this.#low, this.#high, this.#stream, this.#block], this.#key);
      this.#block += 1;
      this.#used = 0;
    }
    const word = this.#words[this.#used] as number;
    this.#used += 1;
    return word;
  }

  /** Uniform on the open interval from 0 to 1, of 53 bits. */
  uniform(): number {
    const [high, low] = [this.word() >>> 5, this.word() >>> 6];
    return (high * 2 ** 26 + low + 0.5) * ONE_53RD;
  }

  /** True with probability `p`. */
  happens(p: number): boolean {
    return this.uniform() < p;
  }

  /** Standard normal (Box & Muller 1958, DOI 10.1214/aoms/1177706645; the second of each pair is not used). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Exponential with this mean. */
  wait(mean: number): number {
    return -mean * Math.log(this.uniform());
  }

  /** Log-normal with this median; `sigma` is the standard deviation of the logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** One of them, with chances in proportion to their weights. */
  choose<T>(weighted: readonly (readonly [T, number])[]): T {
    const all = weighted.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.uniform() * all;
    for (const [one, weight] of weighted) {
      left -= weight;
      if (left < 0) return one;
    }
    return (weighted.at(-1) as readonly [T, number])[0];
  }
}

/** Every sequence of a pathway, each made where it is first asked for. */
export function drawsOf(seed: number, index: number): (stream: Stream) => Draws {
  const made = new Map<Stream, Draws>();
  return (stream) => {
    const draws = made.get(stream) ?? new Draws(seed, index, stream);
    made.set(stream, draws);
    return draws;
  };
}
