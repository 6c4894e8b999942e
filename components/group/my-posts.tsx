import type { Day } from '#lib/domain/basics/ids.ts';
import { LANG, type Locale } from '#lib/domain/basics/locale.ts';
import type { ContentNote, Reason } from '#lib/domain/community/codes.ts';
import type { PostState } from '#lib/domain/community/post.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { dateText } from '#lib/i18n/dates.ts';
import { Button, ButtonLink } from '../form/button.tsx';
import { Details } from '../form/details.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { TextArea } from '../form/text-area.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';

export interface MyPost {
  readonly id: string;
  readonly topic: string;
  readonly topicLocale: Locale;
  readonly name: string;
  readonly locale: Locale;
  readonly state: PostState;
  readonly text: string;
  readonly pending: string | null;
  readonly note: ContentNote | null;
  readonly reason: Reason | null;
  readonly week: Day;
  readonly mayEdit: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly posts: readonly MyPost[];
  readonly news: 'sent' | 'deleted' | 'appealed' | null;
  /** What was just sent sounds like danger. */
  readonly care: boolean;
  readonly lines: readonly CrisisLine[];
}

const NEWS = {
  sent: 'group.new.sent',
  deleted: 'group.mine.deleted',
  appealed: 'group.mine.appealed',
} as const;

/** Everything of one's own, with where it stands; each is taken back with two presses. */
export function MyPosts({ frame, posts, news, care, lines, ...props }: Props) {
  const { t } = frame;
  const [line] = lines;
  const errors = toldErrors(t, props.errors);
  const hidden = posts.some(({ reason }) => reason !== null);
  return (
    <FormPage frame={frame} title={t('group.mine.title')} errors={errors} back={paths.group}>
      {news === null ? null : (
        <Notice role="status">
          <p>{t(NEWS[news])}</p>
        </Notice>
      )}
      {care && line !== undefined ? (
        <>
          <p>{t('group.new.care')}</p>
          <UrgentCard frame={frame} line={line} />
        </>
      ) : null}
      <p>{t(posts.length === 0 ? 'group.mine.none' : 'group.mine.lead')}</p>
      {hidden && !care && line !== undefined ? (
        <>
          <p>{t('group.mine.help')}</p>
          <UrgentCard frame={frame} line={line} />
        </>
      ) : null}
      {posts.map((post) => (
        <Own key={post.id} frame={frame} post={post} errors={errors} />
      ))}
    </FormPage>
  );
}

interface OwnProps {
  readonly frame: Frame;
  readonly post: MyPost;
  readonly errors: readonly FormError[];
}

function Own({ frame, post, errors }: OwnProps) {
  const { t, href, locale } = frame;
  const { id, topic, name, mayEdit, state } = post;
  return (
    <section className="panel panel-ink" aria-labelledby={`own-${id}`}>
      <h2 id={`own-${id}`}>{t('group.mine.in', { topic, name })}</h2>
      <p>
        <strong>{t(`group.mine.state.${state}`)}</strong>
      </p>
      <Why frame={frame} post={post} />
      <p className="whitespace-pre-wrap" lang={LANG[post.locale]}>
        {post.text}
      </p>
      <p className="note">{t('group.topic.week', { date: dateText(locale, post.week) })}</p>
      {post.pending === null ? null : (
        <>
          <h3>{t('group.mine.pendingText')}</h3>
          <p>{t('group.mine.pending')}</p>
          <p className="whitespace-pre-wrap" lang={LANG[post.locale]}>
            {post.pending}
          </p>
        </>
      )}
      {mayEdit ? (
        <p className="actions">
          <ButtonLink kind="plain" href={href(paths.groupPost(id))}>
            {t('group.mine.edit')}
          </ButtonLink>
        </p>
      ) : null}
      {state === 'hidden' ? <Appeal frame={frame} post={post} errors={errors} /> : null}
      <Details summary={t('group.mine.delete')}>
        <p>{t('group.mine.deleteText')}</p>
        <Form frame={frame} action={paths.groupPosts}>
          <input type="hidden" name="id" value={id} />
          <Button kind="plain" name="act" value="delete">
            {t('group.mine.deleteYes')}
          </Button>
        </Form>
      </Details>
    </section>
  );
}

function Why({ frame, post: { state, reason } }: Pick<OwnProps, 'frame' | 'post'>) {
  const { t } = frame;
  if (reason === null) return null;
  return (
    <>
      {state === 'shown' ? <p>{t('group.mine.notChanged')}</p> : null}
      <p>{t(`group.reason.${reason}`)}</p>
    </>
  );
}

function Appeal({ frame, post: { id }, errors }: OwnProps) {
  const { t } = frame;
  const name = `words-${id}`;
  const error = errorFor(errors, name);
  return (
    <Details summary={t('group.mine.appeal')} open={error !== undefined}>
      <p>{t('group.mine.appealText')}</p>
      <Form frame={frame} action={paths.groupPosts}>
        <input type="hidden" name="id" value={id} />
        <TextArea t={t} name={name} label={t('group.mine.appealWords')} rows={3} error={error} />
        <Button kind="plain" name="act" value="appeal">
          {t('group.mine.appeal')}
        </Button>
      </Form>
    </Details>
  );
}
