import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import type { ItemAnswer } from '../answers.ts';
import type { Instrument } from '../instrument.ts';
import { type Score, scoreAnswers } from '../score.ts';
import type { ChoiceRefusal } from './choice.ts';
import type { Target } from './targets.ts';

/** One thing that a resource says of a form. */
export interface Finding {
  readonly target: Target;
  readonly value: ItemAnswer;
}

export type ReadRefusal =
  | { readonly kind: 'not-fhir'; readonly path: string; readonly problem: string }
  | { readonly kind: 'withdrawn' | 'several-people' | 'nothing-known' | 'total-unreadable' }
  | { readonly kind: ChoiceRefusal | 'two-answers'; readonly item: string }
  | {
      readonly kind: 'total-differs';
      readonly declared: number;
      readonly recomputed: number | null;
    }
  | {
      readonly kind: 'subscale-differs';
      readonly subscale: string;
      readonly declared: number;
      readonly recomputed: number | null;
    };

export interface ReadForm {
  readonly answers: {
    readonly items: readonly (ItemAnswer | null)[];
    readonly difficulty: ItemAnswer | null;
  };
  readonly score: Score;
}

export function nameOf(target: Target): string {
  if (target.kind === 'item') return target.id;
  return target.kind === 'subscale' ? subscaleName(target.id) : target.kind;
}

/** Apart from an item of the same name. */
const subscaleName = (id: string) => `subscale ${id}`;

/**
 * The form that all findings together tell of. The score is computed from the answers; a total or
 * a subscale that came with them only has to agree, and one that cannot be checked is refused as well.
 */
export function settle(
  instrument: Instrument,
  findings: readonly Finding[],
  country?: string,
): Result<ReadForm, ReadRefusal> {
  const found = new Map<string, ItemAnswer>();
  for (const { target, value } of findings) {
    const name = nameOf(target);
    if ((found.get(name) ?? value) !== value) return err({ kind: 'two-answers', item: name });
    found.set(name, value);
  }
  const items = instrument.items.map(({ id }) => found.get(id) ?? null);
  if (items.every((answer) => answer === null)) return err({ kind: 'nothing-known' });
  const answers = { items, difficulty: found.get('difficulty') ?? null };
  const score = scoreAnswers(instrument, answers, country);
  const declared = found.get('total');
  if (typeof declared === 'number' && declared !== score.total) {
    return err({ kind: 'total-differs', declared, recomputed: score.total });
  }
  for (const [subscale, recomputed] of Object.entries(score.subscales)) {
    const said = found.get(subscaleName(subscale));
    if (typeof said === 'number' && said !== recomputed) {
      return err({ kind: 'subscale-differs', subscale, declared: said, recomputed });
    }
  }
  return ok({ answers, score });
}
