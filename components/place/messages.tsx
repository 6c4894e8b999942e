import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { ButtonLink } from '../form/button.tsx';
import type { FormError } from '../form/errors.ts';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { paths } from '../layout/paths.ts';
import { PersonBlock } from '../layout/person-block.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import { Late } from './late.tsx';
import { MessageForm } from './message-form.tsx';

interface Thread {
  readonly items: readonly { readonly from: 'visitor' | 'staff'; readonly text: string }[];
  /** When an answer is owed, in words. */
  readonly promise: string | null;
  /** The time that was promised has passed. */
  readonly late: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** Path that the form posts to. */
  readonly post: string;
  readonly sent: boolean;
  readonly thread: Thread | null;
  /** When a message written now is answered; null where nothing can be promised. */
  readonly nextPromise: string | null;
  readonly canWrite: boolean;
  /** Until when staff closed writing, in words; null: they did not. */
  readonly pausedUntil?: string | null;
  readonly canShare: boolean;
  /** What is sent by e-mail, or why nothing is any more; null: nothing is. */
  readonly mail: MailKind | MailEnd | null;
  /** This service sends e-mail. */
  readonly canMail: boolean;
  readonly lines: readonly CrisisLine[];
}

export function Messages(props: Props) {
  const { frame, thread, sent, lines } = props;
  const { t } = frame;
  const told = toldErrors(t, props.errors);
  const [line] = lines;
  const title = thread === null ? t('mine.message.titleNew') : t('mine.message.title');
  return (
    <FormPage frame={frame} title={title} errors={told} back={paths.mine}>
      {sent ? (
        <Notice role="status">
          <p>{t('mine.message.sent')}</p>
        </Notice>
      ) : null}
      {thread === null ? null : <ThreadSoFar frame={frame} thread={thread} />}
      {thread === null ? null : <ByMail {...props} />}
      {props.canWrite ? (
        <MessageForm
          {...props}
          errors={told}
          first={thread === null}
          promised={typeof thread?.promise === 'string'}
        />
      ) : (
        <NoForm frame={frame} until={props.pausedUntil ?? null} />
      )}
      <h2>{t('mine.message.ifHarder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </FormPage>
  );
}

function ThreadSoFar({ frame, thread }: { readonly frame: Frame; readonly thread: Thread }) {
  const { t } = frame;
  return (
    <>
      {thread.items.map(({ from, text }, place) =>
        from === 'staff' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread only grows at its end
          <PersonBlock key={place} heading={t('mine.message.guide')}>
            <p className="whitespace-pre-wrap">{text}</p>
          </PersonBlock>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread only grows at its end
          <section key={place} className="panel panel-ink">
            <h2>{t('mine.message.you')}</h2>
            <p className="whitespace-pre-wrap">{text}</p>
          </section>
        ),
      )}
      <Owed frame={frame} thread={thread} />
    </>
  );
}

/** What became of the e-mails, where there is something to know, and the way to them. */
function ByMail({ frame, mail, canMail }: Pick<Props, 'frame' | 'mail' | 'canMail'>) {
  const { t, href } = frame;
  if (mail === null && !canMail) return null;
  const isOn = mail === 'there' || mail === 'answer';
  return (
    <>
      {mail === null ? null : <p>{t(`mine.mail.state.${mail}`)}</p>}
      <p className="actions">
        <a href={href(paths.mail)}>{t(isOn ? 'mine.mail.linkOn' : 'mine.mail.link')}</a>
      </p>
    </>
  );
}

function Owed({ frame, thread }: { readonly frame: Frame; readonly thread: Thread }) {
  const { t } = frame;
  const { promise, late } = thread;
  if (late) return <Late frame={frame} />;
  return promise === null ? null : <p>{t('mine.message.promise', { promise })}</p>;
}

function NoForm({ frame, until }: { readonly frame: Frame; readonly until: string | null }) {
  const { t, href } = frame;
  return (
    <>
      <Notice>
        <p>{until === null ? t('mine.message.away') : t('closed.title.guidance', { until })}</p>
      </Notice>
      <p className="actions">
        <ButtonLink href={href(paths.other)}>{t('mine.message.otherStep')}</ButtonLink>
      </p>
    </>
  );
}
