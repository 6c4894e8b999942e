import {
  FUNNEL_GROUPS,
  FUNNEL_STAGES,
  type FunnelGroup,
  type FunnelStage,
} from '#lib/domain/evaluation/funnel.ts';
import { sentenceOf } from '#lib/domain/evaluation/funnel-lines.ts';
import type { CountedAt } from '#lib/domain/evaluation/release/period.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { CountedAtWords } from './counted-at.tsx';
import { FunnelPlot } from './funnel-plot.tsx';
import { FunnelRates } from './funnel-rates.tsx';
import { type FunnelRow, percent } from './funnel-row.ts';
import { PlotFile } from './plot-file.tsx';

interface Props {
  readonly frame: Frame;
  /** Null: fewer people than any figure may be shown of. */
  readonly rows: readonly FunnelRow[] | null;
  readonly counted: CountedAt | null;
}

const GROUPS = ['all', ...FUNNEL_GROUPS] as const;

/** Stages as rows, first offers as columns; both rates of each group; the same in sentences. */
export function FunnelPage({ frame, rows, counted }: Props) {
  const { t } = frame;
  return (
    <StaffPage
      frame={frame}
      title={t('research.funnel.title')}
      current="research"
      up={{ path: staffPaths.research, text: t('research.up') }}
    >
      <CountedAtWords frame={frame} counted={counted} />
      {rows === null ? <p>{t('research.funnel.tooFew')}</p> : <Funnel frame={frame} rows={rows} />}
    </StaffPage>
  );
}

interface FunnelProps {
  readonly frame: Frame;
  readonly rows: readonly FunnelRow[];
}

function Funnel({ frame, rows }: FunnelProps) {
  const { t } = frame;
  const everyone = rows.filter(({ group }) => group === 'all');
  return (
    <>
      <p>
        <b>{sayAll(frame, everyone)}</b>
      </p>
      <FunnelPlot frame={frame} rows={everyone} />
      <PlotFile frame={frame} href={`${staffPaths.funnel}/svg`} />
      <p>{t('research.funnel.reading')}</p>
      <p>{t('research.rule')}</p>
      <p>{t('research.stands')}</p>
      <p>{t('research.noFilter')}</p>
      <p>
        <ButtonLink kind="dusk" href={frame.href('/staff/research/funnel/csv')}>
          {t('research.funnel.export')}
        </ButtonLink>
      </p>
      <Counts frame={frame} rows={rows} />
      {GROUPS.map((group) => (
        <FunnelRates key={group} frame={frame} group={group} rows={rows} />
      ))}
      <h2>{t('research.funnel.words')}</h2>
      <ul>
        {everyone.map((row) => (
          <li key={row.stage}>{saySentence(frame, row)}</li>
        ))}
      </ul>
      <h2>{t('research.funnel.definitions.title')}</h2>
      <dl className="pairs">
        {(['engaged', 'intended', 'acted', 'went'] as const).map((stage) => (
          <div key={stage}>
            <dt>{t(`research.funnel.stages.${stage}`)}</dt>
            <dd>{t(`research.funnel.definitions.${stage}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Counts({ frame: { t }, rows }: FunnelProps) {
  const cellOf = (stage: FunnelStage, group: FunnelGroup | 'all') => {
    const row = rows.find((one) => one.stage === stage && one.group === group);
    if (row === undefined) return t('research.funnel.notCounted');
    return row.count.kind === 'shown' ? row.count.value : t('research.funnel.hidden');
  };
  return (
    <DataTable
      caption={t('research.funnel.caption')}
      columns={[
        { key: 'stage', label: t('research.funnel.stage') },
        ...GROUPS.map((group) => ({
          key: group,
          label: t(`research.funnel.groups.${group}`),
          number: true,
        })),
      ]}
      rows={FUNNEL_STAGES.map(({ stage }) => ({
        key: stage,
        cells: {
          stage: t(`research.funnel.stages.${stage}`),
          ...Object.fromEntries(GROUPS.map((group) => [group, cellOf(stage, group)])),
        },
      }))}
    />
  );
}

/** Of all who started, how many went. */
function sayAll({ t, lang }: Frame, everyone: readonly FunnelRow[]): string {
  const went = everyone.find(({ stage }) => stage === 'went');
  const { startCount: outOf, startRate: rate, startInterval: ends } = went ?? {};
  if (went?.count.kind !== 'shown' || outOf?.kind !== 'shown' || rate?.kind !== 'shown' || !ends) {
    return t('research.figures.notEnough');
  }
  return t('research.funnel.all', {
    outOf: outOf.value,
    count: went.count.value,
    rate: percent(lang, rate.value),
    lo: percent(lang, ends.lo),
    hi: percent(lang, ends.hi),
  });
}

function saySentence({ t, lang }: Frame, row: FunnelRow): string {
  const stage = t(`research.funnel.stages.${row.stage}`);
  const sentence = sentenceOf(row);
  if (sentence.key !== 'of' || row.of === null) {
    const count = 'count' in sentence ? sentence.count : 0;
    const key = sentence.key === 'of' ? 'count_only' : sentence.key;
    return t(`research.funnel.sentence.${key}`, { stage, count });
  }
  return t('research.funnel.sentence.of', {
    stage,
    count: sentence.count,
    rate: percent(lang, sentence.rate),
    outOf: sentence.outOf,
    those: t(`research.funnel.those.${row.of}`),
  });
}
