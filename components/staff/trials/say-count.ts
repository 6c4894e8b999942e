import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { Frame } from '../../layout/frame.ts';

/** A count of a comparison as it is printed. */
export function sayCount({ t }: Pick<Frame, 't'>, cell: Disclosed): string {
  return cell.kind === 'shown' ? String(cell.value) : t('trials.figures.hidden');
}
