import type { Instrument } from '../instrument.ts';
import { LOINC } from './systems.ts';

/** What a link or a code of a FHIR resource names in an instrument. */
export type Target =
  | { readonly kind: 'item' | 'subscale'; readonly id: string }
  | { readonly kind: 'total' | 'difficulty' | 'panel' };

export interface Coded {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

interface Named {
  readonly target: Target;
  readonly loinc: string | null;
  readonly own: string;
}

function namesOf(instrument: Instrument): readonly Named[] {
  const { items, loinc, difficulty, measures } = instrument;
  const subscales = measures.filter(({ id }) => id !== 'total');
  return [
    ...items.map(({ id, loinc: code }): Named => {
      return { target: { kind: 'item', id }, loinc: code, own: id };
    }),
    { target: { kind: 'total' }, loinc: loinc.total, own: 'total' },
    ...subscales.map(({ id }): Named => {
      return { target: { kind: 'subscale', id }, loinc: null, own: id };
    }),
    { target: { kind: 'panel' }, loinc: loinc.panel, own: 'panel' },
    { target: { kind: 'difficulty' }, loinc: difficulty?.loinc ?? null, own: 'difficulty' },
  ];
}

/** The link of a question: the LOINC code as the published examples write it, else our own name. */
export function linkIdOf(loinc: string | null | undefined, own: string): string {
  return loinc ? `/${loinc}` : own;
}

/**
 * Which question each link names where the form itself is not at hand. A question with a code has
 * no other link: in someone else's form, `1` may be any question.
 */
export function targetsByLink(instrument: Instrument): ReadonlyMap<string, Target> {
  return new Map(
    namesOf(instrument).flatMap(({ target, loinc, own }) =>
      (loinc ? [`/${loinc}`, loinc] : [own]).map((link) => [link, target] as const),
    ),
  );
}

/** Where an instrument has no LOINC code for something, its code is in a system of the deployment's own. */
export function ownSystem(base: string, { id }: Instrument): string {
  return `${base}/CodeSystem/${id}`;
}

export function ownAnswers(base: string, { id }: Instrument): string {
  return `${base}/CodeSystem/${id}-answers`;
}

export function targetOfCode(
  instrument: Instrument,
  codings: readonly Coded[],
): Target | undefined {
  const own = ownSystem('', instrument);
  return namesOf(instrument).find((name) =>
    codings.some(({ system, code }) =>
      system === LOINC ? code === name.loinc : system?.endsWith(own) && code === name.own,
    ),
  )?.target;
}
