import { type AnswerStep, takenAs } from '#lib/domain/guidance/answer-step.ts';
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
import { ReplyStep } from './reply-step.tsx';

interface Item {
  readonly seq: number;
  readonly from: 'visitor' | 'staff';
  readonly text: string;
  readonly step: AnswerStep | null;
  readonly taken: boolean;
  /** The name of the service that the answer leads to. */
  readonly service: string | null;
}

interface Thread {
  readonly items: readonly Item[];
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
  /** What just happened. */
  readonly news: 'sent' | 'erased' | null;
  /** The words may speak of danger: help comes before everything else. */
  readonly helpFirst: boolean;
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
  const { frame, thread, helpFirst } = props;
  const { t, href } = frame;
  const told = toldErrors(t, props.errors);
  const mainStep = thread === null ? null : mainStepOf(thread);
  const title = thread === null ? t('mine.message.titleNew') : t('mine.message.title');
  return (
    <FormPage frame={frame} title={title} errors={told} back={paths.mine}>
      <News {...props} />
      {helpFirst ? <HelpFirst {...props} /> : null}
      {thread === null ? null : <ThreadSoFar frame={frame} thread={thread} mainStep={mainStep} />}
      {thread === null ? null : <ByMail {...props} />}
      {props.canWrite ? (
        <MessageForm
          {...props}
          errors={told}
          first={thread === null}
          promised={typeof thread?.promise === 'string'}
          main={mainStep === null}
        />
      ) : (
        <NoForm frame={frame} until={props.pausedUntil ?? null} />
      )}
      {helpFirst ? null : <Help {...props} />}
      {thread === null ? null : (
        <p className="actions">
          <a href={href(paths.eraseMessages)}>{t('mine.message.eraseLink')}</a>
        </p>
      )}
    </FormPage>
  );
}

function News({ frame: { t }, news }: Props) {
  if (news === null) return null;
  return (
    <Notice role="status">
      <p>{t(news === 'sent' ? 'mine.message.sent' : 'mine.message.erase.done')}</p>
    </Notice>
  );
}

function Help({ frame, lines: [line] }: Props) {
  return (
    <>
      <h2>{frame.t('mine.message.ifHarder')}</h2>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </>
  );
}

/** The message goes all the same; people who answer at once come first on the page after it. */
function HelpFirst({ frame, lines: [line] }: Props) {
  const { t } = frame;
  return (
    <>
      <h2>{t('mine.message.helpFirst')}</h2>
      <p>{t('mine.message.helpFirstText')}</p>
      {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
    </>
  );
}

/** The step of the latest answer, while nobody has written since and it is not taken: what the page is for. */
function mainStepOf({ items }: Thread): number | null {
  const last = items.at(-1);
  const leads = last?.step && takenAs(last.step) !== null;
  return last && leads && !last.taken ? last.seq : null;
}

interface SoFar {
  readonly frame: Frame;
  readonly thread: Thread;
  readonly mainStep: number | null;
}

function ThreadSoFar({ frame, thread, mainStep }: SoFar) {
  const { t } = frame;
  return (
    <>
      {thread.items.map((item) =>
        item.from === 'staff' ? (
          <PersonBlock key={item.seq} heading={t('mine.message.guide')}>
            <p className="whitespace-pre-wrap">{item.text}</p>
            <ReplyStep frame={frame} {...item} main={item.seq === mainStep} />
          </PersonBlock>
        ) : (
          <section key={item.seq} className="panel panel-ink">
            <h2>{t('mine.message.you')}</h2>
            <p className="whitespace-pre-wrap">{item.text}</p>
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
