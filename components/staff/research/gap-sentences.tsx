import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { gapHeadline } from '#lib/domain/evaluation/gap-headline.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { Frame } from '../../layout/frame.ts';
import { groupWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';
import { GapCompared, type Version } from './gap-compared.tsx';

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
  /** The earliest first; null where people are told apart by something else. */
  readonly versions: readonly Version[] | null;
  /** Its groups are codes of the service's own. */
  readonly own?: boolean;
}

/** The gap in words, between its bounds, and how groups compare. */
export function GapSentences({ frame, figure, versions, own = false }: Props) {
  const { t, lang } = frame;
  const headline = gapHeadline(figure);
  if (headline === null) return <p>{t('research.figures.notEnough')}</p>;
  const say = (share: number) => percent(lang, share);
  const { count, outOf, rate, lo, hi, bounds } = headline;
  const known = { count, outOf, rate: say(rate), lo: say(lo), hi: say(hi) };
  return (
    <>
      <p>
        <b>
          {bounds === null
            ? t('research.figures.gap.headline', { ...known, gap: say(1 - rate) })
            : t('research.figures.gap.bounded', {
                ...known,
                unheard: bounds.unheard,
                from: say(1 - bounds.most),
                to: say(1 - bounds.least),
                least: say(bounds.least),
                most: say(bounds.most),
              })}
        </b>
      </p>
      {versions === null || versions.length === 0 ? null : (
        <Versions frame={frame} versions={versions} />
      )}
      <GapCompared frame={frame} figure={figure} versions={versions} own={own} />
    </>
  );
}

function Versions({
  frame: { t, locale },
  versions,
}: {
  readonly frame: Frame;
  readonly versions: readonly Version[];
}) {
  return (
    <ul>
      {versions.map(({ hash, name, from }) => (
        <li key={hash}>
          {t('research.figures.gap.version', {
            version: groupWords(t, hash),
            name,
            date: longDate(locale, from),
          })}
        </li>
      ))}
    </ul>
  );
}
