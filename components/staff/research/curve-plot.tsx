import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { CurvePoint, RiskRow } from '#lib/domain/evaluation/curve.ts';
import { percent } from './funnel-row.ts';
import { Plot } from './plot.tsx';
import { RISK_HEIGHT, RiskRows } from './risk-rows.tsx';
import type { Words } from './words.ts';

interface Props {
  readonly frame: Words;
  readonly points: readonly CurvePoint[];
  /** What the line is called, beside its end. */
  readonly label: string;
  /** The same in words, for whoever does not see it. */
  readonly words: (points: string) => string;
  /** The days of the axis; who was at risk on each stands below it. */
  readonly risk: readonly RiskRow[];
  readonly people: number;
  readonly file?: boolean;
}

/** Of a phone: the whole plot is seen there, and its words can be read. */
const WIDTH = 360;
const EDGE = { left: 52, right: 20, top: 24 };
const FLOOR = 192;
/** Of the axis and its title. */
const AXIS_END = FLOOR + 44;
const LAST_DAY = 90;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const START: CurvePoint = { day: 0, value: 0, lo: 0, hi: 0 };

const x = scaleLinear([0, LAST_DAY], [EDGE.left, WIDTH - EDGE.right]);
const y = scaleLinear([0, 1], [FLOOR, EDGE.top]);
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
 * The share who had gone by each day, from 0 to 100 %, with its band, and who was at risk below the days on which people
 * are counted; the same numbers stand beside it in words. Between two points it is straight: people have gone there too,
 * and a step would be too low all the way. Numbers below the axis: T. P. Morris and others, BMJ Open 9:e030215 (2019).
 */
export function CurvePlot({ frame, points: told, label, words, risk, people, file }: Props) {
  const { t, lang } = frame;
  const points = [START, ...told];
  const last = told.at(-1) ?? START;
  const list = told.map(({ day, value }) =>
    t('research.time.point', { day, rate: percent(lang, value) }),
  );
  const days = [0, ...risk.map(({ day }) => day)];
  return (
    <Plot
      file={file}
      width={WIDTH}
      height={AXIS_END + RISK_HEIGHT}
      label={words(list.length === 0 ? t('research.figures.notEnough') : list.join('; '))}
    >
      {SHARES.map((share) => (
        <g key={share}>
          <line className="plot-grid" x1={x(0)} x2={x(LAST_DAY)} y1={y(share)} y2={y(share)} />
          <text className="plot-text" x={x(0) - 8} y={y(share) + 5} textAnchor="end">
            {percent(lang, share)}
          </text>
        </g>
      ))}
      {days.map((day) => (
        <text key={day} className="plot-text" x={x(day)} y={FLOOR + 20} textAnchor="middle">
          {day}
        </text>
      ))}
      <text className="plot-text" x={x(LAST_DAY / 2)} y={AXIS_END - 6} textAnchor="middle">
        {t('research.time.axis')}
      </text>
      <path className="plot-band" d={band(points) ?? ''} />
      <path className="plot-line" d={drawn(points) ?? ''} />
      <circle className="plot-end" cx={x(last.day)} cy={y(last.value)} r={4} />
      <text className="plot-text plot-label" x={x(last.day)} y={labelAt(last)} textAnchor="end">
        {label}
      </text>
      <RiskRows frame={frame} risk={risk} people={people} x={x} top={AXIS_END} />
    </Plot>
  );
}

/** Above the band where there is room for it, otherwise below. */
function labelAt({ lo, hi }: CurvePoint): number {
  const above = y(hi) - 8;
  return above < EDGE.top ? y(lo) + 20 : above;
}
