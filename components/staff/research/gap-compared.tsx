import type { Day } from '#lib/domain/basics/ids.ts';
import type { Figure } from '#lib/domain/evaluation/figure.ts';
import {
  type AgainstRest,
  againstRest,
  type Contrast,
  compareLatest,
} from '#lib/domain/evaluation/gap-compared.ts';
import type { Frame } from '../../layout/frame.ts';
import { gap, join } from '../../layout/shell/format.ts';
import { groupWords } from './figure-words.ts';

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

/** How groups compare, in words: each with all others together, and the latest two policy versions with each other. */
export function GapCompared({ frame, figure, versions, own = false }: Props) {
  const { t } = frame;
  const rest = againstRest(figure);
  const order = versions?.map(({ hash }) => hash) ?? [];
  const latest = compareLatest(figure, order);
  if (rest.length === 0 && latest === null) return null;
  return (
    <>
      {rest.length === 0 ? null : <Rest frame={frame} figure={figure} rest={rest} own={own} />}
      {latest === null ? null : (
        <p>
          {t('research.figures.gap.compared', {
            a: groupWords(t, latest.a, own),
            b: groupWords(t, latest.b, own),
            ...inPoints(frame, latest),
          })}
          {verdictOf(latest) === 'unclear'
            ? `${gap(frame.locale)}${t('research.figures.gap.inconclusive')}`
            : ''}
        </p>
      )}
      <p>
        {join(frame.locale, [
          t('research.figures.gap.covered'),
          t('research.figures.gap.notCaused'),
        ])}
      </p>
    </>
  );
}

interface RestProps extends Pick<Props, 'frame' | 'figure' | 'own'> {
  readonly rest: readonly AgainstRest[];
}

function Rest({ frame, figure, rest, own = false }: RestProps) {
  const { t, lang } = frame;
  const told = new Set(['all', ...rest.map(({ group }) => group)]);
  const groups = new Set(figure.lines?.map(({ group }) => group));
  const untold = [...groups].filter((group) => !told.has(group));
  return (
    <>
      <p>{t('research.figures.gap.rest.lead')}</p>
      <ul>
        {rest.map(({ group, ...found }) => (
          <li key={group}>
            {t(`research.figures.gap.rest.${verdictOf(found)}`, {
              group: groupWords(t, group, own),
              ...inPoints(frame, verdictOf(found) === 'lower' ? turned(found) : found),
            })}
          </li>
        ))}
      </ul>
      {untold.length === 0 ? null : (
        <p>
          {t('research.figures.gap.rest.untold', {
            groups: new Intl.ListFormat(lang).format(
              untold.map((group) =>
                t('research.figures.gap.rest.quoted', { group: groupWords(t, group, own) }),
              ),
            ),
          })}
        </p>
      )}
    </>
  );
}

const verdictOf = ({ lo, hi }: Contrast): 'higher' | 'lower' | 'unclear' => {
  if (lo > 0) return 'higher';
  return hi < 0 ? 'lower' : 'unclear';
};

/** By how much it is lower, as a number above 0. */
const turned = ({ diff, lo, hi }: Contrast): Contrast => ({ diff: -diff, lo: -hi, hi: -lo });

function inPoints({ lang }: Frame, { diff, lo, hi }: Contrast) {
  const points = new Intl.NumberFormat(lang, {
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  });
  const say = (share: number) => points.format(100 * share);
  return { diff: say(diff), lo: say(lo), hi: say(hi) };
}
