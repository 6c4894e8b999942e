import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Curve, CurvePoint } from '#lib/domain/evaluation/curve.ts';
import type { Frame } from '../../layout/frame.ts';
import { percent } from './funnel-row.ts';

interface Props {
  readonly frame: Frame;
  readonly curve: Curve;
}

/** Of a phone: the whole plot is seen there, and its words can be read. */
const WIDTH = 360;
const HEIGHT = 240;
const EDGE = { left: 48, right: 48, top: 12, bottom: 48 };
const LAST_DAY = 90;
const DAYS = [0, 7, 14, 30, 60, 90];
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const START: CurvePoint = { day: 0, value: 0, lo: 0, hi: 0 };

const x = scaleLinear([0, LAST_DAY], [EDGE.left, WIDTH - EDGE.right]);
const y = scaleLinear([0, 1], [HEIGHT - EDGE.bottom, EDGE.top]);
const band = area<CurvePoint>(
  ({ day }) => x(day),
  ({ lo }) => y(lo),
  ({ hi }) => y(hi),
);
const drawn = line<CurvePoint>(
  ({ day }) => x(day),
  ({ value }) => y(value),
);

/**
 * The share who had gone by each day, from 0 to 100 %, with its band; the same numbers stand beside it in words. Between
 * two points it is straight: people have gone there too, and a step would be too low all the way.
 */
export function CurvePlot({ frame: { t, lang }, curve }: Props) {
  const points = [START, ...curve.points];
  const last = curve.points.at(-1) ?? START;
  const told = curve.points.map(({ day, value }) =>
    t('research.time.point', { day, rate: percent(lang, value) }),
  );
  const label = told.length === 0 ? t('research.figures.notEnough') : told.join('; ');
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('research.time.plot', { points: label })}
      >
        {SHARES.map((share) => (
          <g key={share}>
            <line className="plot-grid" x1={x(0)} x2={x(LAST_DAY)} y1={y(share)} y2={y(share)} />
            <text className="plot-text" x={x(0) - 8} y={y(share) + 5} textAnchor="end">
              {percent(lang, share)}
            </text>
          </g>
        ))}
        {DAYS.map((day) => (
          <text key={day} className="plot-text" x={x(day)} y={y(0) + 20} textAnchor="middle">
            {day}
          </text>
        ))}
        <text className="plot-text" x={x(LAST_DAY / 2)} y={HEIGHT - 6} textAnchor="middle">
          {t('research.time.axis')}
        </text>
        <path className="plot-band" d={band(points) ?? ''} />
        <path className="plot-line" d={drawn(points) ?? ''} />
        <circle className="plot-end" cx={x(last.day)} cy={y(last.value)} r={4} />
        <text className="plot-text" x={x(last.day) + 8} y={y(last.value) + 5}>
          {t('research.time.label')}
        </text>
      </svg>
    </figure>
  );
}
