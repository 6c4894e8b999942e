import type { Effect } from '#lib/domain/evaluation/trials/judge.ts';
import { READINGS, type Reading } from '#lib/domain/evaluation/trials/table.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import { CountedAtWords } from '../research/counted-at.tsx';
import { TrialFlow } from './flow.tsx';
import { KnownOutcomeBounds } from './known-outcome.tsx';
import { sayCount } from './say-count.ts';
import { SubgroupResults } from './subgroups.tsx';
import type { TrialFigures, TrialView } from './trial-view.ts';

interface Props {
  readonly frame: Frame;
  readonly view: TrialView;
  readonly figures: TrialFigures;
}

/** Who is in, whether chance deals evenly, harm; and the outcome, where this person may see it now. */
export function Figures({ frame, view, figures }: Props) {
  const { t, locale } = frame;
  const { registration, now } = view.trial;
  const { sight, awaited, effect, flow } = figures;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('trials.figures.title')}</h2>
      <Alarms frame={frame} view={view} figures={figures} />
      <Counts frame={frame} view={view} figures={figures} />
      {awaited ? <p role="status">{t('trials.figures.awaited')}</p> : null}
      {sight === null ? (
        <p>{t('trials.figures.closed', { date: formatDate(locale, registration.opensOn) })}</p>
      ) : null}
      {sight === 'running' ? <p>{t('trials.figures.running')}</p> : null}
      {sight === 'open' && now.lookedEarly ? <p>{t('trials.figures.early')}</p> : null}
      {effect === null ? null : (
        <>
          <h3>{t('trials.effect.title')}</h3>
          {READINGS.map((reading) => (
            <p key={reading}>{sayEffect(frame, view, effect[reading], reading)}</p>
          ))}
          <KnownOutcomeBounds frame={frame} figures={figures} />
          <p>{t('trials.effect.again')}</p>
          <SubgroupResults frame={frame} view={view} figures={figures} />
        </>
      )}
      {flow === null ? null : (
        <TrialFlow frame={frame} flow={flow} days={registration.primary.days} />
      )}
      {sight === 'open' && !awaited ? (
        <p>
          <ButtonLink kind="dusk" href={frame.href(`${staffPaths.trial(view.trial.id)}/csv`)}>
            {t('trials.figures.export')}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

/** What is known at once, in no number. */
function Alarms({ frame: { t, locale }, view, figures }: Props) {
  const { now } = view.trial;
  const { unevenOn } = figures;
  const harmed = figures.harmed || now.harmed;
  const stops = now.state === 'running' ? 'harmRunning' : 'harm';
  return (
    <>
      {unevenOn === null ? (
        <p>{t('trials.figures.even')}</p>
      ) : (
        <p className="panel panel-ink">
          {t('trials.figures.uneven', { date: formatDate(locale, unevenOn) })}
        </p>
      )}
      <p className={harmed ? 'panel panel-ink' : undefined}>
        {t(`trials.figures.${harmed ? stops : 'noHarm'}`)}
      </p>
    </>
  );
}

/** As they were counted last. */
function Counts({ frame, view, figures: { table, stages, counted } }: Props) {
  const { t } = frame;
  const { primary } = view.trial.registration;
  if (table === null) return <p>{t('trials.figures.none')}</p>;
  return (
    <>
      <CountedAtWords frame={frame} counted={counted} />
      <p>{t('trials.figures.rule')}</p>
      <p>{t('research.stands')}</p>
      <DataTable
        caption={t('trials.figures.caption', { count: primary.days })}
        stacked
        columns={[
          { key: 'arm', label: t('trials.figures.arm') },
          ...stages.map((stage) => ({
            key: stage,
            label: t(`trials.stage.${stage}`),
            number: true,
          })),
        ]}
        rows={[...table.groups, 'all' as const].map((group) => ({
          key: group,
          cells: {
            arm: t(`trials.way.${group}`),
            ...Object.fromEntries(
              stages.map((stage) => [stage, sayCount(frame, table.cell(group, stage))]),
            ),
          },
        }))}
      />
    </>
  );
}

/** The difference with its interval in words; never "no effect". */
function sayEffect(
  { t, lang }: Frame,
  { trial }: TrialView,
  effect: Effect | null,
  evidence: Reading,
): string {
  const { arms, primary } = trial.registration;
  if (effect === null || effect.diff === null || effect.lo === null || effect.hi === null) {
    return t('trials.effect.hidden', { evidence: t(`trials.effect.${evidence}`) });
  }
  const points = new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'always' });
  const inPoints = (share: number) => points.format(share * 100);
  return t(`trials.effect.${effect.kind}`, {
    evidence: t(`trials.effect.${evidence}`),
    first: t(`trials.way.${arms[0]?.way ?? 'if-then-plan'}`),
    second: t(`trials.way.${arms[1]?.way ?? 'if-then-plan'}`),
    count: primary.days,
    diff: inPoints(effect.diff),
    lo: inPoints(effect.lo),
    hi: inPoints(effect.hi),
    verdict: t(`trials.effect.verdict.${effect.verdict}`),
    looks:
      effect.looks === null
        ? ''
        : t('trials.effect.looks', {
            reached: effect.looks.reached,
            looks: trial.registration.looks,
          }),
  });
}
