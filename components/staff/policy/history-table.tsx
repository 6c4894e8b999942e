import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { moment } from '../inbox/moment.ts';
import type { Version } from './version.ts';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly versions: readonly Version[];
}

/** Who, when, and what became of it; each version has a page with its reason and what it changed. */
export function HistoryTable({ frame, timeZone, versions }: Props) {
  const { t } = frame;
  return (
    <DataTable
      caption={t('policy.history.caption')}
      columns={[
        { key: 'name', label: t('policy.history.name') },
        { key: 'state', label: t('policy.history.state') },
        { key: 'who', label: t('policy.history.who') },
        { key: 'when', label: t('policy.history.when') },
        { key: 'live', label: t('policy.history.live') },
      ]}
      rows={versions.map((version) => ({
        key: version.hash,
        cells: {
          name: <a href={frame.href(staffPaths.version(version.hash))}>{version.name}</a>,
          state: t(`policy.state.${version.state}`),
          who: version.author?.name ?? t('policy.live.shipped'),
          when: moment(frame, timeZone, version.createdAt),
          live:
            version.activations.map(({ at }) => moment(frame, timeZone, at)).join('; ') ||
            t('policy.history.never'),
        },
      }))}
      stacked
    />
  );
}
