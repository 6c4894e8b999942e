import type { RiskRow } from '#lib/domain/evaluation/curve.ts';
import type { Words } from './words.ts';

interface Props {
  readonly frame: Words;
  readonly risk: readonly RiskRow[];
  readonly people: number;
  readonly x: (day: number) => number;
  readonly top: number;
}

const KINDS = ['following', 'went', 'steppedOut', 'notFollowed'] as const;
const ROW = 38;
export const RISK_HEIGHT = KINDS.length * ROW + 8;
const LARGEST = 14;
/** Of a digit, in its own height. */
const DIGIT = 0.62;
/** Between two days that are 10 apart, of which the numbers may fill so much. */
const FILLED = 0.85;

/** Who was still followed, had gone, had stepped out or was followed no longer, below each day of the axis. */
export function RiskRows({ frame: { t }, risk, people, x, top }: Props) {
  const size = Math.min(LARGEST, (FILLED * (x(10) - x(0))) / (String(people).length * DIGIT));
  return KINDS.map((kind, row) => (
    <g key={kind}>
      <text className="plot-text" x={0} y={top + row * ROW + 18}>
        {t(`research.time.${kind}`)}
      </text>
      {[{ day: 0, said: String(kind === 'following' ? people : 0) }, ...saidOf(risk, kind)].map(
        ({ day, said }) => (
          <text
            key={day}
            className="plot-risk"
            x={x(day)}
            y={top + row * ROW + 34}
            fontSize={size}
            textAnchor="middle"
          >
            {said}
          </text>
        ),
      )}
    </g>
  ));
}
const saidOf = (risk: readonly RiskRow[], kind: (typeof KINDS)[number]) =>
  risk.map((row) => ({
    day: row.day,
    said: row[kind].kind === 'shown' ? String(row[kind].value) : '–',
  }));
