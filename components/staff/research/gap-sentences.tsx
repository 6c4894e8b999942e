import type { Day } from '#lib/domain/basics/ids.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import { compareGroups, gapHeadline } from '#lib/domain/evaluation/gap-headline.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { Frame } from '../../layout/frame.ts';
import { groupWords } from './figure-words.ts';
import { percent } from './funnel-row.ts';

/** A policy version and when it began to act. */
export interface Version {
  readonly hash: string;
  readonly name: string;
  readonly from: Day;
}

interface Props {
  readonly frame: Frame;
  readonly figure: Figure;
  /** The earliest first; null where people are told apart by something else. */
  readonly versions: readonly Version[] | null;
  /** Its groups are codes of the service's own. */
  readonly own?: boolean;
}

/** The gap in words, between its bounds, and how two groups compare: the two largest, or the last two versions. */
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
      <Compared frame={frame} figure={figure} versions={versions} own={own} />
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

function Compared({ frame: { t, lang }, figure, versions, own = false }: Props) {
  const found = compareGroups(
    figure,
    versions?.map(({ hash }) => hash),
  );
  if (found === null) return null;
  const points = (share: number) =>
    new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: 'negative' }).format(
      100 * share,
    );
  const { diff, lo, hi } = found;
  return (
    <p>
      {t('research.figures.gap.compared', {
        a: groupWords(t, found.a, own),
        b: groupWords(t, found.b, own),
        diff: points(diff),
        lo: points(lo),
        hi: points(hi),
      })}{' '}
      {lo <= 0 && hi >= 0 ? `${t('research.figures.gap.inconclusive')} ` : ''}
      {t('research.figures.gap.notCaused')}
    </p>
  );
}
