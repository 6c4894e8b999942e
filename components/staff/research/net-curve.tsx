import type { Curve } from '#lib/domain/evaluation/curve.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { percent } from './funnel-row.ts';
import { PlotFile } from './plot-file.tsx';
import { TimePlot } from './time-plot.tsx';

interface Props {
  readonly frame: Frame;
  readonly curve: Curve;
}

/** The second line (E5): what would be if nobody stepped out, behind what has to be believed for it. */
export function NetCurve({ frame, curve }: Props) {
  const { t, lang } = frame;
  const { net, people } = curve;
  const last = net?.at(-1);
  const say = (share: number) => percent(lang, share);
  return (
    <section aria-labelledby="net">
      <h2 id="net">{t('research.time.net.title')}</h2>
      {net === null || last === undefined ? (
        <p>{t('research.time.net.none')}</p>
      ) : (
        <>
          <p>
            <b>{t('research.time.net.warning')}</b>
          </p>
          <p>
            {t('research.time.net.sentence', {
              people,
              rate: say(last.value),
              lo: say(last.lo),
              hi: say(last.hi),
              day: last.day,
            })}
          </p>
          <TimePlot frame={frame} curve={curve} net />
          <PlotFile frame={frame} href={`${staffPaths.time}/svg?line=net`} />
        </>
      )}
    </section>
  );
}
