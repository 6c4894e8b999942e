import type { Locale } from '#lib/domain/basics/locale.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { gap } from '../../layout/shell/format.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { moment } from './moment.ts';

export interface WaitingThread {
  readonly id: string;
  readonly locale: Locale;
  readonly promisedAt: number | null;
  readonly waitedMs: number;
  readonly late: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly threads: readonly WaitingThread[];
  /** What just happened, e.g. after a reply. */
  readonly news: 'sent' | 'gone' | 'closedNow' | null;
}

/** Who waits for an answer: the earliest promise first, lateness in words. */
export function ThreadList({ frame, timeZone, threads, news }: Props) {
  const { t } = frame;
  const [first] = threads;
  const late = threads.filter((thread) => thread.late).length;
  return (
    <StaffPage frame={frame} title={t('inbox.title')} current="inbox">
      {news === null ? null : <Notice role="status">{t(`inbox.${news}`)}</Notice>}
      {first === undefined ? (
        <p>{t('inbox.empty')}</p>
      ) : (
        <>
          <p>
            {t('inbox.count', { count: threads.length })}
            {gap(frame.locale)}
            {late === 0 ? null : <strong>{t('inbox.late', { count: late })}</strong>}
          </p>
          <p>
            <ButtonLink kind="dusk" href={frame.href(`/staff/inbox/${first.id}`)}>
              {t('inbox.next')}
            </ButtonLink>
          </p>
          <Waiting frame={frame} timeZone={timeZone} threads={threads} />
        </>
      )}
    </StaffPage>
  );
}

function Waiting({ frame, timeZone, threads }: Omit<Props, 'news'>) {
  const { t } = frame;
  return (
    <DataTable
      caption={t('inbox.caption')}
      columns={[
        { key: 'message', label: t('inbox.message') },
        { key: 'language', label: t('inbox.language') },
        { key: 'waited', label: t('inbox.waited') },
        { key: 'promised', label: t('inbox.promised') },
        { key: 'state', label: t('inbox.state') },
      ]}
      rows={threads.map((thread, place) => ({
        key: thread.id,
        cells: {
          message: (
            <a
              className="inline-flex items-center target"
              href={frame.href(`/staff/inbox/${thread.id}`)}
            >
              {t('inbox.open', { number: place + 1 })}
            </a>
          ),
          language: t(`inbox.languages.${thread.locale}`),
          waited: sayWait(t, thread.waitedMs),
          promised:
            thread.promisedAt === null
              ? t('inbox.noPromise')
              : moment(frame, timeZone, thread.promisedAt),
          state: thread.late ? <b>{t('inbox.isLate')}</b> : t('inbox.inTime'),
        },
      }))}
      stacked
    />
  );
}

const MINUTE_MS = 60_000;

function sayWait(t: Translate, ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return t('inbox.wait.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('inbox.wait.hours', { count: hours });
  return t('inbox.wait.days', { count: Math.floor(hours / 24) });
}
