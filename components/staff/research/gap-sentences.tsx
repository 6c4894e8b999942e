import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { compareGroups, gapHeadline } from '#lib/domain/evaluation/gap-headline.ts';
import type { Frame } from '../../layout/frame.ts';
import { groupWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
}

/** The headline in words, its bounds, and how the two largest groups compare. */
export function GapSentences({ frame: { t, lang }, figure }: Props) {
  const headline = gapHeadline(figure);
  if (headline === null) return <p>{t('research.figures.notEnough')}</p>;
  const say = (share: number) => percent(lang, share);
  const { count, outOf, rate, lo, hi, bounds } = headline;
  const shares = { rate: say(rate), lo: say(lo), hi: say(hi) };
  const gap = { gap: say(1 - rate), gapLo: say(1 - hi), gapHi: say(1 - lo) };
  return (
    <>
      <p>
        <b>{t('research.figures.gap.headline', { count, outOf, ...shares, ...gap })}</b>
      </p>
      {bounds === null ? null : (
        <p>
          {t('research.figures.gap.bounds', {
            unheard: bounds.unheard,
            least: say(bounds.least),
            most: say(bounds.most),
          })}
        </p>
      )}
      <Compared frame={{ t, lang }} figure={figure} />
    </>
  );
}

function Compared({
  frame: { t, lang },
  figure,
}: {
  readonly frame: Pick<Frame, 't' | 'lang'>;
  readonly figure: Figure;
}) {
  const found = compareGroups(figure);
  if (found === null) return null;
  const points = (share: number) =>
    new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: 'negative' }).format(
      100 * share,
    );
  const { diff, lo, hi } = found;
  return (
    <p>
      {t('research.figures.gap.compared', {
        a: groupWords(t, found.a),
        b: groupWords(t, found.b),
        diff: points(diff),
        lo: points(lo),
        hi: points(hi),
      })}{' '}
      {lo <= 0 && hi >= 0 ? `${t('research.figures.gap.inconclusive')} ` : ''}
      {t('research.figures.gap.notCaused')}
    </p>
  );
}
