import type { Curve } from '#lib/domain/evaluation/curve.ts';
import { CurvePlot } from './curve-plot.tsx';
import type { Words } from './words.ts';

interface Props {
  readonly frame: Words;
  readonly curve: Curve;
  /** What would be if nobody stepped out (E5), not what happened (E4). */
  readonly net?: boolean;
  readonly file?: boolean;
}

/** A line of the page of time, on it or as a file. */
export function TimePlot({ frame, curve, net = false, file = false }: Props) {
  const { t } = frame;
  const texts = net ? 'research.time.net' : 'research.time';
  return (
    <CurvePlot
      file={file}
      frame={frame}
      points={(net ? curve.net : curve.points) ?? []}
      label={t(`${texts}.label`)}
      words={(points) => t(`${texts}.plot`, { points })}
      risk={curve.risk}
      people={curve.people}
    />
  );
}
