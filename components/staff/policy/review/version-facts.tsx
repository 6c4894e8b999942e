import type { Frame } from '../../../layout/frame.ts';
import { SummaryList } from '../../../layout/summary-list.tsx';
import { moment } from '../../inbox/moment.ts';
import type { Version } from '../version.ts';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: { readonly version: Version };
}

/** Who wrote it, when it was live, and the hash that its content is known by. */
export function VersionFacts({ frame, timeZone, view: { version } }: Props) {
  const { t } = frame;
  const { activations } = version;
  return (
    <SummaryList
      pairs={[
        { term: t('policy.version.state'), value: t(`policy.state.${version.state}`) },
        {
          term: t('policy.version.author'),
          value: version.author?.name ?? t('policy.live.shipped'),
        },
        { term: t('policy.version.proposed'), value: moment(frame, timeZone, version.createdAt) },
        {
          term: t('policy.version.live'),
          value:
            activations.map(({ at }) => moment(frame, timeZone, at)).join('; ') ||
            t('policy.history.never'),
        },
        {
          term: t('policy.version.hash'),
          value: (
            <>
              <code className="break-all">{version.hash}</code>{' '}
              <span className="note block">{t('policy.version.hashNote')}</span>
            </>
          ),
        },
      ]}
    />
  );
}
