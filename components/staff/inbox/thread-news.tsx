import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';
import type { ThreadNews, ThreadProps } from './thread-view.ts';

const WORDS = {
  saved: 'inbox.thread.draftSaved',
  inserted: 'inbox.thread.saved.inserted',
  undone: 'inbox.thread.pending.undone',
  tooLate: 'inbox.thread.pending.tooLate',
  given: 'inbox.thread.share.given',
  noted: 'inbox.thread.notes.kept',
} as const satisfies Record<Exclude<ThreadNews, 'assigned'>, string>;

/** What just happened here. */
export function ThreadNewsNotice({ frame, news, view: { guide } }: ThreadProps) {
  const { t } = frame;
  if (news === null) return null;
  if (news !== 'assigned') return <Notice role="status">{t(WORDS[news])}</Notice>;
  return (
    <Notice role="status">
      <p>
        {guide === null
          ? t('inbox.thread.assign.released')
          : t('inbox.thread.assign.done', { name: guide })}
      </p>
      <p>
        <a href={frame.href(staffPaths.inbox)}>{t('inbox.thread.up')}</a>
      </p>
    </Notice>
  );
}
