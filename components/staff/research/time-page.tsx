import { CURVE_DAYS, type Curve } from '#lib/domain/evaluation/curve.ts';
import type { Disclosed } from '#lib/domain/evaluation/disclosure.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { CountedAtWords } from './counted-at.tsx';
import { percent } from './funnel-row.ts';
import { HalfGone } from './half-gone.tsx';
import { NetCurve } from './net-curve.tsx';
import { PlotFile } from './plot-file.tsx';
import { TimePlot } from './time-plot.tsx';

interface Props {
  readonly frame: Frame;
  readonly curve: Curve | null;
  readonly counted: CountedAt | null;
}

/** How long it took people to go: sentence, plot, table and file. */
export function TimePage({ frame, curve, counted }: Props) {
  const { t } = frame;
  return (
    <StaffPage
      frame={frame}
      title={t('research.time.title')}
      current="research"
      up={{ path: staffPaths.research, text: t('research.up') }}
    >
      <CountedAtWords frame={frame} counted={counted} />
      {curve === null ? <p>{t('research.time.tooFew')}</p> : <Time frame={frame} curve={curve} />}
    </StaffPage>
  );
}

function Time({ frame, curve }: { readonly frame: Frame; readonly curve: Curve }) {
  const { t, lang } = frame;
  const last = curve.points.at(-1);
  const say = (share: number) => percent(lang, share);
  return (
    <>
      <p>
        <b>
          {last === undefined
            ? t('research.figures.notEnough')
            : t('research.time.sentence', {
                people: curve.people,
                rate: say(last.value),
                lo: say(last.lo),
                hi: say(last.hi),
                day: last.day,
              })}
        </b>
      </p>
      <HalfGone frame={frame} points={curve.points} words="research.time.half" />
      <TimePlot frame={frame} curve={curve} />
      <PlotFile frame={frame} href={`${staffPaths.time}/svg`} />
      <p>{t('research.time.below')}</p>
      <RiskTable frame={frame} curve={curve} />
      <p>{t('research.time.reading')}</p>
      <p>{t('research.time.steps')}</p>
      <p>{t('research.time.interval')}</p>
      {curve.until < (CURVE_DAYS.at(-1) ?? 0) ? (
        <p>{t('research.time.ends', { day: curve.until })}</p>
      ) : null}
      <NetCurve frame={frame} curve={curve} />
      <p>{t('research.rule')}</p>
      <p>{t('research.stands')}</p>
      <p>
        <ButtonLink kind="dusk" href={frame.href(`${staffPaths.time}/csv`)}>
          {t('research.figures.export')}
        </ButtonLink>
      </p>
    </>
  );
}

function RiskTable({ frame: { t }, curve }: { readonly frame: Frame; readonly curve: Curve }) {
  const say = (cell: Disclosed) =>
    cell.kind === 'shown' ? cell.value : t('research.figures.hidden');
  const column = (key: 'following' | 'went' | 'steppedOut' | 'notFollowed') => ({
    key,
    label: t(`research.time.${key}`),
    number: true,
  });
  return (
    <DataTable
      caption={t('research.time.caption')}
      columns={[
        { key: 'day', label: t('research.time.day') },
        column('following'),
        column('went'),
        column('steppedOut'),
        column('notFollowed'),
      ]}
      rows={curve.risk.map(({ day, following, went, steppedOut, notFollowed }) => ({
        key: String(day),
        cells: {
          day,
          following: say(following),
          went: say(went),
          steppedOut: say(steppedOut),
          notFollowed: say(notFollowed),
        },
      }))}
    />
  );
}
