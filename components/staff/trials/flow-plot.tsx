import { FLOW_STAGES, type Flow } from '#lib/domain/evaluation/trials/flow.ts';
import type { Frame } from '../../layout/frame.ts';
import { sayCount } from './say-count.ts';

interface Props {
  readonly frame: Frame;
  readonly flow: Flow;
}

/** Of a phone, as the other plots are. */
const WIDTH = 360;
const LINE = 22;
const PAD = 8;
const ARROW = 16;
const POOL_HEIGHT = 2 * LINE + PAD;
const BOX_HEIGHT = LINE + PAD;
/** From the top of a row of boxes to that of the next one: its name stands above it. */
const ROW = LINE + BOX_HEIGHT + ARROW;

/** The flow diagram of CONSORT from above to below, one column an arm; its numbers stand in the tables beside it. */
export function FlowPlot({ frame, flow: { pool, keptOut, arms } }: Props) {
  const { t } = frame;
  const kept = keptOut.map(({ reason, people }) => ({
    reason,
    label: t(`trials.flow.keptOut.${reason}.short`),
    people: sayCount(frame, people),
  }));
  const columns = arms.filter(({ arm }) => arm !== 'all');
  const keptTop = POOL_HEIGHT + ARROW;
  const keptHeight = LINE * (kept.length + 1) + PAD;
  const armsTop = keptTop + keptHeight + ARROW;
  const firstRow = armsTop + LINE + PAD;
  const height = firstRow + ROW * FLOW_STAGES.length;
  const said = [
    `${t('trials.flow.pool.short')}: ${sayCount(frame, pool)}`,
    ...kept.map(({ label, people }) => `${label}: ${people}`),
  ];
  return (
    <figure className="plot">
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('trials.flow.plot', { points: said.join('; ') })}
      >
        <rect className="plot-box" x={1} y={1} width={WIDTH - 2} height={POOL_HEIGHT - 2} />
        <Words x={WIDTH / 2} y={LINE - 4} text={t('trials.flow.pool.short')} />
        <Words x={WIDTH / 2} y={2 * LINE - 4} text={sayCount(frame, pool)} strong />
        <Arrow x={WIDTH / 2} y={POOL_HEIGHT} />
        <rect className="plot-box" x={1} y={keptTop} width={WIDTH - 2} height={keptHeight} />
        <text className="plot-text" x={PAD} y={keptTop + LINE - 4}>
          {t('trials.flow.keptOut.title')}
        </text>
        {kept.map(({ reason, label, people }, i) => (
          <g key={reason}>
            <text className="plot-text" x={2 * PAD} y={keptTop + LINE * (i + 2) - 4}>
              {label}
            </text>
            <text
              className="plot-text plot-strong"
              x={WIDTH - PAD}
              y={keptTop + LINE * (i + 2) - 4}
              textAnchor="end"
            >
              {people}
            </text>
          </g>
        ))}
        <Arrow x={WIDTH / 2} y={keptTop + keptHeight} />
        {columns.map(({ arm, counts }, i) => (
          <Column
            key={arm}
            frame={frame}
            name={t(`trials.way.${arm}`)}
            counts={counts}
            left={(WIDTH / columns.length) * i}
            width={WIDTH / columns.length}
            top={armsTop}
          />
        ))}
        {FLOW_STAGES.map((stage, i) => (
          <text key={stage} className="plot-text" x={0} y={firstRow + ROW * i + LINE - 6}>
            {t(`trials.flow.stages.${stage}.short`)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

interface ColumnProps extends Pick<Props, 'frame'> {
  readonly name: string;
  readonly counts: Flow['arms'][number]['counts'];
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

function Column({ frame, name, counts, left, width, top }: ColumnProps) {
  const middle = left + width / 2;
  const boxAt = (i: number) => top + LINE + PAD + ROW * i + LINE;
  return (
    <g>
      <Words x={middle} y={top + LINE - 4} text={name} />
      {FLOW_STAGES.map((stage, i) => (
        <g key={stage}>
          <rect
            className="plot-box"
            x={left + 4}
            y={boxAt(i)}
            width={width - 8}
            height={BOX_HEIGHT}
          />
          <Words x={middle} y={boxAt(i) + LINE - 2} text={sayCount(frame, counts[stage])} strong />
          {i === FLOW_STAGES.length - 1 ? null : <Arrow x={middle} y={boxAt(i) + BOX_HEIGHT} />}
        </g>
      ))}
    </g>
  );
}

function Words(props: {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly strong?: boolean;
}) {
  const { x, y, text, strong } = props;
  return (
    <text
      className={strong ? 'plot-text plot-strong' : 'plot-text'}
      x={x}
      y={y}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

const Arrow = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path className="plot-arrow" d={`M${x} ${y}v${ARROW - 2}m-4-5 4 5 4-5`} />
);
