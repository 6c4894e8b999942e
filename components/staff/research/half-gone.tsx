import { CURVE_DAYS, type CurvePoint } from '#lib/domain/evaluation/curve.ts';
import { type Between, halfGone } from '#lib/domain/evaluation/half-gone.ts';
import type { Frame } from '../../layout/frame.ts';
import { gap } from '../../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly points: readonly CurvePoint[];
  /** What happened, or what would have if nobody had stepped out. */
  readonly words: 'research.time.half' | 'research.time.net.half';
}

/** Between which days half of everyone had gone, and where chance may put that. */
export function HalfGone({ frame, points, words }: Props) {
  const { t } = frame;
  const found = halfGone(points);
  if (found === null) return null;
  const chance = t(`research.time.half.chance.${kindOf(found.chance)}`, days(found.chance));
  return (
    <p>
      {sayHalf(frame, found, words)}
      {gap(frame.locale)}
      {chance}
    </p>
  );
}

function sayHalf({ t, locale }: Frame, { after, by }: Between, words: Props['words']): string {
  if (by !== null) return t(`${words}.${after === 0 ? 'by' : 'between'}`, { after, by });
  const not = t(`${words}.not`, { after });
  return after === CURVE_DAYS.at(-1) ? not : `${not}${gap(locale)}${t('research.time.half.last')}`;
}

function kindOf({ after, by }: Between): 'between' | 'by' | 'after' | 'open' {
  if (by === null) return after === 0 ? 'open' : 'after';
  return after === 0 ? 'by' : 'between';
}

const days = ({ after, by }: Between) => ({ after, by: by ?? 0 });
