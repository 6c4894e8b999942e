import { SummaryList } from '../../layout/summary-list.tsx';
import { moment } from './moment.ts';
import type { ThreadProps } from './thread-view.ts';

/** What a guide may know of the person. */
export function ThreadFacts({ frame, timeZone, view: { thread, late } }: ThreadProps) {
  const { t } = frame;
  const { tier, band, locale, promisedAt, state, urgency } = thread;
  const promise = promisedAt === null ? t('inbox.noPromise') : moment(frame, timeZone, promisedAt);
  return (
    <SummaryList
      pairs={[
        ...(urgency === 2
          ? []
          : [{ term: t('inbox.state'), value: <b>{t(`inbox.risk.${urgency}`)}</b> }]),
        { term: t('inbox.language'), value: t(`inbox.languages.${locale}`) },
        {
          term: t('inbox.thread.tier'),
          value: tier === null ? t('inbox.thread.noTier') : t(`policy.tier.${tier}`),
        },
        {
          term: t('inbox.thread.band'),
          value: band === null ? t('inbox.thread.notShared') : t(`inbox.thread.bands.${band}`),
        },
        ...(state === 'open'
          ? [
              {
                term: t('inbox.promised'),
                value: late ? (
                  <>
                    {promise}. <b>{t('inbox.isLate')}</b>
                  </>
                ) : (
                  promise
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
