import { isShownBy, type ShownBy } from '#lib/domain/evaluation/gap-figures.ts';

/** What people are told apart by, from an address; anything else stands for nothing. */
export function shownBy(value: unknown): ShownBy {
  return typeof value === 'string' && isShownBy(value) ? value : 'all';
}
