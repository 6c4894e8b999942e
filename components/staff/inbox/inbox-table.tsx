import type { Day } from '#lib/domain/basics/ids.ts';
import type { InboxTab } from '#lib/domain/guidance/queue.ts';
import { threadName } from '#lib/domain/guidance/thread-name.ts';
import { longDate } from '#lib/i18n/dates.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { listOf } from '../../layout/shell/format.ts';
import type { InboxRow } from './inbox-view.ts';
import { moment } from './moment.ts';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly tab: InboxTab;
  readonly rows: readonly InboxRow[];
}

/** One page of a list. The name of a thread is what colleagues call it; the person never sees it. */
export function InboxTable({ frame, timeZone, tab, rows }: Props) {
  const { t } = frame;
  const column = (key: Parameters<typeof labelOf>[1]) => ({ key, label: labelOf(t, key) });
  const times =
    tab === 'waiting'
      ? [column('answeredOn')]
      : [column('waited'), column('promised'), column('state')];
  return (
    <DataTable
      caption={t(tab === 'waiting' ? 'inbox.caption.waiting' : 'inbox.caption.queue')}
      columns={[
        column('message'),
        column('language'),
        ...times,
        ...(tab === 'mine' ? [] : [column('who')]),
        column('viewers'),
      ]}
      rows={rows.map((row) => ({ key: row.id, cells: cellsOf(frame, timeZone, row) }))}
      stacked
    />
  );
}

function labelOf(
  t: Translate,
  key: 'message' | 'language' | 'waited' | 'promised' | 'answeredOn' | 'state' | 'who' | 'viewers',
): string {
  return t(`inbox.${key}`);
}

function cellsOf(frame: Frame, timeZone: string, row: InboxRow) {
  const { t, locale, href } = frame;
  const { id, name, promisedAt, answeredOn, urgency, late, guide, viewers } = row;
  return {
    message: (
      <a className="inline-flex items-center target" href={href(staffPaths.thread(id))}>
        {threadName(locale, name)}
      </a>
    ),
    language: t(`inbox.languages.${row.locale}`),
    waited: sayWait(t, row.waitedMs),
    promised: promisedAt === null ? t('inbox.noPromise') : moment(frame, timeZone, promisedAt),
    answeredOn: answeredOn === null ? '' : longDate(locale, answeredOn as Day),
    state: (
      <>
        {urgency === 2 ? null : <b className="block">{t(`inbox.risk.${urgency}`)}</b>}
        {late ? <b>{t('inbox.isLate')}</b> : t('inbox.inTime')}
      </>
    ),
    who: guide ?? t('inbox.nobody'),
    viewers: viewers.length === 0 ? t('inbox.noViewer') : listOf(locale, viewers),
  };
}

const MINUTE_MS = 60_000;

function sayWait(t: Translate, ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 60) return t('inbox.wait.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t('inbox.wait.hours', { count: hours });
  return t('inbox.wait.days', { count: Math.floor(hours / 24) });
}
