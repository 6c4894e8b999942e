import { firstBarriers } from '#lib/domain/evaluation/barrier-figures.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import type { Frame } from '../../layout/frame.ts';
import { gap } from '../../layout/shell/format.ts';
import { groupWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
}

/** What came first most often, of everyone and by first offer. */
export function BarrierSentences({ frame: { t, lang, locale }, figure }: Props) {
  const found = firstBarriers(figure);
  if (found.length === 0) return <p>{t('research.figures.barriers.unclear')}</p>;
  return (
    <>
      <ul>
        {found.map(({ group, dimension, count, outOf, rate, interval, close }) => (
          <li key={group}>
            {t('research.figures.barriers.first', {
              group: groupWords(t, group),
              dimension: groupWords(t, dimension),
              count,
              outOf,
              rate: percent(lang, rate),
              lo: percent(lang, interval.lo),
              hi: percent(lang, interval.hi),
            })}
            {close ? `${gap(locale)}${t('research.figures.barriers.close')}` : ''}
          </li>
        ))}
      </ul>
      <p>{t('research.figures.gap.notCaused')}</p>
    </>
  );
}
