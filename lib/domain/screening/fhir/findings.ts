import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { ItemAnswer } from '../answers.ts';
import type { Instrument } from '../instrument.ts';
import {
  type ChoiceRefusal,
  onScale,
  readChoice,
  readNumber,
  type Scale,
  scaleOf,
} from './choice.ts';
import type { Answered, Observation, Observed, Response } from './schemas.ts';
import { type Finding, nameOf, type ReadRefusal } from './settle.ts';
import { DECLINED } from './systems.ts';
import { type Target, targetOfCode } from './targets.ts';

type Answer = NonNullable<Answered['answer']>[number];
/** Null where the question was left open. */
type Read = Result<ItemAnswer | null, ReadRefusal>;

/** What a QuestionnaireResponse says of the instrument; other questions in it are passed over. */
export function findInResponse(
  instrument: Instrument,
  response: Response,
  links: ReadonlyMap<string, Target>,
): Result<readonly Finding[], ReadRefusal> {
  return collect(
    flat(response.item).flatMap(({ linkId, answer = [] }) =>
      answer.map((given) => [links.get(linkId), given] as const),
    ),
    (target, given) => readGiven(instrument, target, given),
  );
}

/** What an Observation, or each of its components, says of the instrument. */
export function findInObservation(
  instrument: Instrument,
  observation: Observation,
): Result<readonly Finding[], ReadRefusal> {
  return collect(
    [observation, ...(observation.component ?? [])].map(
      (observed) => [targetOfCode(instrument, observed.code.coding ?? []), observed] as const,
    ),
    (target, observed) => readObserved(instrument, target, observed),
  );
}

function collect<T>(
  said: readonly (readonly [Target | undefined, T])[],
  read: (target: Target, value: T) => Read,
): Result<readonly Finding[], ReadRefusal> {
  const findings: Finding[] = [];
  for (const [target, value] of said) {
    if (!target || target.kind === 'panel') continue;
    const found = read(target, value);
    if (!found.ok) return found;
    if (found.value !== null) findings.push({ target, value: found.value });
  }
  return ok(findings);
}

function flat(items: readonly Answered[] = []): readonly Answered[] {
  return items.flatMap((one) => [
    one,
    ...flat(one.item),
    ...(one.answer ?? []).flatMap(({ item }) => flat(item)),
  ]);
}

function readGiven(instrument: Instrument, target: Target, given: Answer): Read {
  const { valueCoding, valueInteger, valueDecimal, valueString } = given;
  const number = valueInteger ?? valueDecimal;
  if (isComputed(target)) return declared(number ?? valueString);
  const scale = scaleOf(instrument, target);
  return named(target, valueCoding ? readChoice(scale, valueCoding) : onScale(scale, number));
}

function readObserved(instrument: Instrument, target: Target, observed: Observed): Read {
  const { valueCodeableConcept, valueInteger, valueQuantity, valueString } = observed;
  if (observed.dataAbsentReason) {
    const declined = observed.dataAbsentReason.coding?.some(({ code }) => code === DECLINED);
    return ok(declined && !isComputed(target) ? 'declined' : null);
  }
  const number = valueInteger ?? valueQuantity?.value;
  if (isComputed(target)) return declared(number ?? valueString);
  const scale = scaleOf(instrument, target);
  const codings = valueCodeableConcept?.coding;
  return named(target, codings ? readConcept(scale, codings) : onScale(scale, number));
}

type Codings = NonNullable<NonNullable<Observed['valueCodeableConcept']>['coding']>;

/** An answer may be coded in several systems: those that can be read here must agree. */
function readConcept(scale: Scale, codings: Codings): Result<ItemAnswer | null, ChoiceRefusal> {
  const read = codings.map((coding) => readChoice(scale, coding));
  if (read.some((one) => !one.ok && one.error === 'contradictory')) return err('contradictory');
  const values = new Set(read.flatMap((one) => (one.ok ? [one.value] : [])));
  const [value] = values;
  if (value === undefined) return err('off-scale');
  return values.size === 1 ? ok(value) : err('contradictory');
}

/** A number that follows from the answers: it is never taken over, it only has to agree. */
function isComputed({ kind }: Target): boolean {
  return kind === 'total' || kind === 'subscale';
}

function declared(value: number | string | undefined): Read {
  const number = readNumber(value);
  return number === null ? err({ kind: 'total-unreadable' }) : ok(number);
}

function named(target: Target, read: Result<ItemAnswer | null, ChoiceRefusal>): Read {
  return read.ok ? read : err({ kind: read.error, item: nameOf(target) });
}
