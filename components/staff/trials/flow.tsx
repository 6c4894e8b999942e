import { FLOW_STAGES, type Flow } from '#lib/domain/evaluation/trials/flow.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { FlowPlot } from './flow-plot.tsx';
import { sayCount } from './say-count.ts';

interface Props {
  readonly frame: Frame;
  readonly flow: Flow;
  /** For how many days everybody is followed. */
  readonly days: number;
}

/** From who could have been assigned to who is analysed: drawn, and the same numbers with what they are out of. */
export function TrialFlow({ frame, flow, days }: Props) {
  const { t } = frame;
  const { pool, keptOut, arms } = flow;
  const count = (cell: Flow['pool']) => sayCount(frame, cell);
  const assigned = arms.find(({ arm }) => arm === 'all')?.counts.assigned ?? pool;
  const before = [
    { key: 'pool', what: t('trials.flow.pool.of'), people: pool },
    ...keptOut.map(({ reason, people }) => ({
      ...{ key: reason, people },
      what: t(`trials.flow.keptOut.${reason}.of`),
    })),
    { key: 'assigned', what: t('trials.flow.stages.assigned.of'), people: assigned },
  ];
  return (
    <>
      <h3>{t('trials.flow.title')}</h3>
      <p>{t('trials.flow.lead')}</p>
      <FlowPlot frame={frame} flow={flow} />
      <DataTable
        caption={t('trials.flow.before')}
        columns={[
          { key: 'what', label: t('trials.flow.what') },
          { key: 'people', label: t('trials.flow.people'), number: true },
        ]}
        rows={before.map(({ key, what, people }) => ({
          key,
          cells: { what, people: count(people) },
        }))}
        stacked
      />
      <DataTable
        caption={t('trials.flow.arms')}
        columns={[
          { key: 'what', label: t('trials.flow.what') },
          ...arms.map(({ arm }) => ({ key: arm, label: t(`trials.way.${arm}`), number: true })),
        ]}
        rows={FLOW_STAGES.map((stage) => ({
          key: stage,
          cells: {
            what: t(`trials.flow.stages.${stage}.of`, { count: days }),
            ...Object.fromEntries(arms.map(({ arm, counts }) => [arm, count(counts[stage])])),
          },
        }))}
        stacked
      />
    </>
  );
}
