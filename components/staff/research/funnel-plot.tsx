import { scaleLinear } from 'd3-scale';
import { type FunnelRow, percent } from './funnel-row.ts';
import { Plot } from './plot.tsx';
import type { Words } from './words.ts';

interface Props {
  readonly frame: Words;
  /** Of everyone, stage by stage. */
  readonly rows: readonly FunnelRow[];
  readonly file?: boolean;
}

/** Of a phone, as the plot of the curve. */
const WIDTH = 360;
const ROW = 48;
const BAR = 18;
/** From here a bar says beside it how long it is. */
const FULL = 240;

const x = scaleLinear([0, 1], [0, FULL]);

/** How many reached each stage, as bars from 0 to 100 % of all who started: an outline is all of them. */
export function FunnelPlot({ frame, rows, file }: Props) {
  const { t } = frame;
  const told = rows.map(
    (row) => `${t(`research.funnel.stages.${row.stage}`)}: ${sayBar(frame, row)}`,
  );
  return (
    <Plot
      file={file}
      width={WIDTH}
      height={rows.length * ROW}
      label={t('research.funnel.plot', { stages: told.join('; ') })}
    >
      {rows.map((row, i) => (
        <g key={row.stage}>
          <text className="plot-text" x={0} y={i * ROW + 16}>
            {t(`research.funnel.stages.${row.stage}`)}
          </text>
          <rect className="plot-track" x={0.5} y={i * ROW + 22.5} width={FULL} height={BAR} />
          <rect
            className="plot-bar"
            x={0}
            y={i * ROW + 22}
            width={x(shareOf(row))}
            height={BAR + 1}
          />
          <text className="plot-text" x={FULL + 8} y={i * ROW + 36}>
            {sayBar(frame, row)}
          </text>
        </g>
      ))}
    </Plot>
  );
}

/** A hidden count has no bar. A number that stands from an earlier release may be above that of all. */
const shareOf = ({ startRate }: FunnelRow) =>
  startRate.kind === 'shown' ? Math.min(1, startRate.value) : 0;

function sayBar({ t, lang }: Words, { count, startRate }: FunnelRow): string {
  if (count.kind === 'suppressed') return t('research.funnel.hidden');
  if (startRate.kind === 'suppressed') return String(count.value);
  return t('research.funnel.bar', { count: count.value, rate: percent(lang, startRate.value) });
}
