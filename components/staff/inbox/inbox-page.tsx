import { isLocale } from '#lib/domain/basics/locale.ts';
import { INBOX_TABS, type InboxTab } from '#lib/domain/guidance/queue.ts';
import { threadName } from '#lib/domain/guidance/thread-name.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { gap, listOf } from '../../layout/shell/format.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { InboxTable } from './inbox-table.tsx';
import type { InboxNews, InboxView } from './inbox-view.ts';
import { teamName } from './team-words.ts';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: InboxView;
  /** What just happened. */
  readonly news: InboxNews | null;
}

/** Who waits for an answer: lists by links, what may be dangerous first, lateness in words. */
export function InboxPage({ frame, timeZone, view, news }: Props) {
  const { t } = frame;
  const { tab, all, rows, next } = view;
  return (
    <StaffPage frame={frame} title={t('inbox.title')} current="inbox">
      {news === null ? null : <Notice role="status">{t(`inbox.${news}`)}</Notice>}
      {view.full && news !== 'full' ? <Notice>{t('inbox.full')}</Notice> : null}
      <Form frame={frame} action={staffDo(staffPaths.inbox, 'claim')}>
        <input type="hidden" name="all" value={all ? '1' : ''} />
        <div className="actions">
          <Button kind="dusk">{t('inbox.next')}</Button>
        </div>
      </Form>
      <ToCheck frame={frame} drafts={view.toCheck} />
      <Tabs frame={frame} view={view} />
      <p>{t(`inbox.tabWhat.${tab}`)}</p>
      {rows.length === 0 ? <Empty frame={frame} view={view} /> : null}
      {rows.length === 0 ? null : (
        <InboxTable frame={frame} timeZone={timeZone} tab={tab} rows={rows} />
      )}
      <p className="actions">
        {next === null ? null : (
          <a className="alone" href={frame.href(staffPaths.inboxList({ tab, all, after: next }))}>
            {t('inbox.more')}
          </a>
        )}
        <a className="alone" href={frame.href(staffPaths.inboxList({ tab, all }))}>
          {t('inbox.look')}
        </a>
      </p>
      <Reach frame={frame} view={view} />
    </StaffPage>
  );
}

function Tabs({ frame, view: { tab, counts, all } }: Pick<Props, 'frame' | 'view'>) {
  const { t, href } = frame;
  const words = (one: InboxTab) =>
    t('inbox.tabCount', { tab: t(`inbox.tab.${one}`), count: counts[one] });
  return (
    <nav aria-label={t('inbox.tabsLabel')}>
      <ul className="m-0 flex list-none flex-wrap gap-x-6 p-0">
        {INBOX_TABS.map((one) => (
          <li key={one} className="m-0">
            <a
              className="flex items-center target aria-[current]:font-bold aria-[current]:text-ink"
              href={href(staffPaths.inboxList({ tab: one, all }))}
              aria-current={one === tab ? 'page' : undefined}
            >
              {words(one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Empty({ frame, view: { tab, counts, all } }: Pick<Props, 'frame' | 'view'>) {
  const { t, href } = frame;
  if (tab === 'late' || counts.late === 0) return <p>{t('inbox.empty')}</p>;
  return (
    <p>
      {t('inbox.emptyLate', { count: counts.late })}
      {gap(frame.locale)}
      <a href={href(staffPaths.inboxList({ tab: 'late', all }))}>{t('inbox.seeLate')}</a>
    </p>
  );
}

function ToCheck({
  frame,
  drafts,
}: Pick<Props, 'frame'> & { readonly drafts: InboxView['toCheck'] }) {
  const { t, href, locale } = frame;
  if (drafts.length === 0) return null;
  return (
    <section className="panel panel-ink">
      <h2>{t('inbox.toCheck.title')}</h2>
      <ul className="links">
        {drafts.map(({ threadId, name, by }) => (
          <li key={`${threadId} ${by}`}>
            <a href={href(staffPaths.thread(threadId))}>
              {t('inbox.toCheck.one', { name: threadName(locale, name), by })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reach({ frame, view: { tab, all, languages, team } }: Pick<Props, 'frame' | 'view'>) {
  const { t, href, locale } = frame;
  const words = languages.filter(isLocale).map((one) => t(`inbox.languages.${one}`));
  return (
    <p className="note">
      {all
        ? t('inbox.reach.all')
        : t('inbox.reach.own', {
            languages: listOf(locale, words),
            team: team === null ? t('inbox.reach.noTeam') : teamName(frame, team),
          })}
      {gap(locale)}
      <a href={href(staffPaths.inboxList({ tab, all: !all }))}>
        {t(all ? 'inbox.reach.toOwn' : 'inbox.reach.toAll')}
      </a>
    </p>
  );
}
