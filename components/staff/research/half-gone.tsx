import { CURVE_DAYS, type Curve } from '#lib/domain/evaluation/curve.ts';
import { type Between, halfGone } from '#lib/domain/evaluation/half-gone.ts';
import type { Frame } from '../../layout/frame.ts';

interface Props {
  readonly frame: Frame;
  readonly curve: Curve;
}

/** Between which days half of everyone had gone, and where chance may put that. */
export function HalfGone({ frame, curve }: Props) {
  const { t } = frame;
  const found = halfGone(curve);
  if (found === null) return null;
  const chance = t(`research.time.half.chance.${kindOf(found.chance)}`, days(found.chance));
  return (
    <p>
      {sayHalf(frame, found)} {chance}
    </p>
  );
}

function sayHalf({ t }: Frame, { after, by }: Between): string {
  if (by !== null) return t(`research.time.half.${after === 0 ? 'by' : 'between'}`, { after, by });
  const not = t('research.time.half.not', { after });
  return after === CURVE_DAYS.at(-1) ? not : `${not} ${t('research.time.half.last')}`;
}

function kindOf({ after, by }: Between): 'between' | 'by' | 'after' | 'open' {
  if (by === null) return after === 0 ? 'open' : 'after';
  return after === 0 ? 'by' : 'between';
}

const days = ({ after, by }: Between) => ({ after, by: by ?? 0 });
