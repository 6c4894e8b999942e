import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { ItemAnswer } from '../answers.ts';
import type { Instrument } from '../instrument.ts';
import type { Coding } from './schemas.ts';
import { ABSENT, DECLINED, LOINC, ORDINAL } from './systems.ts';
import { ownAnswers, type Target } from './targets.ts';

/** The answers that a question of an instrument can have. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  /** LOINC answer code of each number; empty where none was verified. */
  readonly codes: Readonly<Record<string, string>>;
  /** How the system of the deployment's own answer codes ends. */
  readonly own: string;
}

export type ChoiceRefusal = 'off-scale' | 'contradictory';

export function scaleOf(instrument: Instrument, target: Target): Scale {
  const own = ownAnswers('', instrument);
  if (target.kind === 'difficulty') {
    return { min: 0, max: 3, codes: instrument.difficulty?.answers ?? {}, own };
  }
  const id = target.kind === 'item' ? target.id : '';
  const { min, max } = instrument.items[instrument.indexOf.get(id) ?? 0] ?? { min: 0, max: 0 };
  return { min, max, codes: instrument.loinc.answers, own };
}

export function onScale(
  { min, max }: Scale,
  number: number | undefined,
): Result<number, ChoiceRefusal> {
  if (number === undefined || !Number.isInteger(number)) return err('off-scale');
  return number >= min && number <= max ? ok(number) : err('off-scale');
}

/**
 * The number of a chosen answer: by its LOINC code and by its ordinal, which must not differ. Null
 * where the coding only says why there is no answer, and that is not that it was declined.
 */
export function readChoice(scale: Scale, coding: Coding): Result<ItemAnswer | null, ChoiceRefusal> {
  const { extension = [], system, code } = coding;
  const absent = extension.find(({ url }) => url === ABSENT)?.valueCode;
  if (absent !== undefined) return ok(absent === DECLINED ? 'declined' : null);
  const ordinal = extension.find(({ url }) => url === ORDINAL)?.valueDecimal;
  const coded = codedNumber(scale, system, code);
  const number = onScale(scale, coded ?? ordinal);
  if (number.ok && ordinal !== undefined && ordinal !== number.value) return err('contradictory');
  return number;
}

/** Undefined where the system is one that is not read here. */
function codedNumber({ codes, own }: Scale, system = '', code = ''): number | undefined {
  if (system.endsWith(own)) return /^\d$/.test(code) ? Number(code) : Number.NaN;
  const known = Object.entries(codes);
  if (system !== LOINC || known.length === 0) return undefined;
  return Number(known.find(([, answer]) => answer === code)?.[0]);
}

/** A declared number, also where it was written as text; null where it is none. */
export function readNumber(value: number | string | undefined): number | null {
  if (typeof value === 'number') return value;
  return value !== undefined && /^\d{1,4}(\.\d{1,4})?$/.test(value) ? Number(value) : null;
}
