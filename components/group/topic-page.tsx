import type { Day } from '#lib/domain/basics/ids.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { ContentNote } from '#lib/domain/community/codes.ts';
import type { Door } from '#lib/domain/community/door.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { ButtonLink } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import { Document } from '../layout/document.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { Moderators } from './moderators.tsx';

interface Post {
  readonly id: string;
  readonly name: string;
  readonly nameLocale: Locale;
  readonly locale: Locale;
  readonly text: string;
  readonly note: ContentNote | null;
  readonly week: Day;
}

interface Props {
  readonly frame: Frame;
  readonly topic: {
    readonly id: string;
    readonly locale: Locale;
    readonly title: string;
    readonly opening: string;
    readonly closed: boolean;
  };
  readonly door: Door;
  readonly posts: readonly Post[];
  readonly earlier: number | null;
  readonly later: boolean;
  readonly lines: readonly CrisisLine[];
}

/** What was written, the newest last: a name of two words and the text. Nothing to like, to count or to follow. */
export function TopicPage(props: Props) {
  const { frame, topic, door, posts, lines } = props;
  const { t, href } = frame;
  const [line] = lines;
  const writes = door.why === null && !topic.closed;
  return (
    <Document frame={frame} title={topic.title} back={paths.group}>
      <p className="whitespace-pre-wrap" lang={LANG[topic.locale]}>
        {topic.opening}
      </p>
      <h2>{t('group.topic.posts')}</h2>
      {posts.length === 0 ? (
        <p>{t(writes ? 'group.topic.none' : 'group.topic.noneNow')}</p>
      ) : (
        <Pages {...props} />
      )}
      {topic.closed ? <p>{t('group.topic.closed')}</p> : <Moderators frame={frame} door={door} />}
      {writes ? (
        <p className="actions">
          <ButtonLink href={href(paths.newPost(topic.id))}>{t('group.topic.write')}</ButtonLink>
        </p>
      ) : null}
      <h2>{t('group.harder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </Document>
  );
}

function Pages({ frame, topic, posts, earlier, later }: Props) {
  const { t, href } = frame;
  const here = href(paths.topic(topic.id));
  return (
    <>
      {earlier === null ? null : (
        <p>
          <a href={`${here}?before=${earlier}`}>{t('group.topic.earlier')}</a>
        </p>
      )}
      {posts.map((post) => (
        <PostCard key={post.id} frame={frame} post={post} />
      ))}
      {later ? (
        <p>
          <a href={here}>{t('group.topic.newest')}</a>
        </p>
      ) : null}
    </>
  );
}

function PostCard({ frame, post }: { readonly frame: Frame; readonly post: Post }) {
  const { t, locale, href } = frame;
  const { id, name, nameLocale, note, week } = post;
  const text = (
    <p className="whitespace-pre-wrap" lang={LANG[post.locale]}>
      {post.text}
    </p>
  );
  return (
    <article className="panel panel-ink" aria-labelledby={`post-${id}`}>
      <h3 id={`post-${id}`} lang={LANG[nameLocale]}>
        {name}
      </h3>
      {note === null ? (
        text
      ) : (
        <Details summary={t('group.topic.fold', { note: t(`group.note.${note}`) })}>{text}</Details>
      )}
      <p className="note">
        {t('group.topic.week', { date: dateText(locale, week) })}
        {' · '}
        <a href={href(paths.groupReport(id))}>
          {t.rich('group.topic.report', {
            name,
            who: (words) => <span className="unseen-always">{words}</span>,
          })}
        </a>
      </p>
    </article>
  );
}
