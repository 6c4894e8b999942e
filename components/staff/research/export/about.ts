import { LEAST_SHOWN, roundCount } from '#lib/domain/evaluation/disclosure.ts';
import type { Frame } from '../../../layout/frame.ts';

/** As rule 1 prints a number: two packages that differ by one person are not to be told apart by their pages. */
export function about({ t }: Frame, count: number): string {
  return count < LEAST_SHOWN ? t('export.few') : t('export.about', { count: roundCount(count) });
}
