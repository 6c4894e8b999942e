import type { Curve } from '#lib/domain/evaluation/curve.ts';
import { MEAN_DAYS, withoutVisit } from '#lib/domain/evaluation/without-visit.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { percent } from './funnel-row.ts';
import { HalfGone } from './half-gone.tsx';
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
  const mean = withoutVisit(net ?? []);
  const sayDays = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
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
          <HalfGone frame={frame} points={net} words="research.time.net.half" />
          {mean === null ? null : (
            <p>
              {t('research.time.net.mean', {
                of: MEAN_DAYS,
                days: sayDays.format(mean.days),
                lo: sayDays.format(mean.lo),
                hi: sayDays.format(mean.hi),
              })}
            </p>
          )}
          <TimePlot frame={frame} curve={curve} net />
          <PlotFile frame={frame} href={`${staffPaths.time}/svg?line=net`} />
        </>
      )}
    </section>
  );
}
