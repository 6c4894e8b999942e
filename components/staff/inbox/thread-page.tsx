import { LANG } from '#lib/domain/basics/locale.ts';
import { threadName } from '#lib/domain/guidance/thread-name.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { AssignForm } from './assign-form.tsx';
import { CheckForms } from './check-forms.tsx';
import { CloseForm } from './close-form.tsx';
import { Notes } from './notes.tsx';
import { PendingReply } from './pending-reply.tsx';
import { ReplyForm } from './reply-form.tsx';
import { stepWords } from './step-words.ts';
import { ThreadFacts } from './thread-facts.tsx';
import { ThreadNewsNotice } from './thread-news.tsx';
import type { ThreadProps } from './thread-view.ts';
import { WhoIsHere } from './who-is-here.tsx';

const TITLES = {
  open: 'inbox.thread.title',
  answered: 'inbox.thread.titleAnswered',
  closed: 'inbox.thread.titleClosed',
} as const;

/** A thread as a guide may see it: its texts, its language, the step; the score range only if shared. */
export function ThreadPage(props: ThreadProps) {
  const { frame, view, choices } = props;
  const { t, locale } = frame;
  const { thread, messages } = view;
  const errors = staffErrors(t, props.errors);
  const told = { ...props, errors };
  return (
    <StaffPage
      frame={frame}
      title={t(TITLES[thread.state], { name: threadName(locale, thread.name) })}
      current="inbox"
      failed={errors.length > 0}
      up={{ path: staffPaths.inbox, text: t('inbox.thread.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <ThreadNewsNotice {...told} />
      <WhoIsHere {...told} />
      <PendingReply {...told} />
      <p className="note">{t('inbox.thread.logged')}</p>
      <ThreadFacts {...told} />
      <h2>{t('inbox.thread.texts')}</h2>
      <ol className="links">
        {messages.map(({ seq, author, text, step }) => (
          <li key={seq} className="py-4">
            <p>
              <b>{t(`inbox.thread.${author}`)}</b>
              {isNew(told, seq) ? ` (${t('inbox.thread.new')})` : null}
            </p>
            <p className="whitespace-pre-line" lang={LANG[thread.locale]}>
              {text}
            </p>
            {step === null ? null : (
              <p className="note">
                {t('inbox.thread.ledTo', { step: stepWords(frame, step, choices.services) })}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>{t('inbox.thread.safety')}</p>
      <ReplyForm {...told} />
      <CheckForms {...told} />
      <Notes {...told} />
      <AssignForm {...told} />
      <CloseForm {...told} />
    </StaffPage>
  );
}

/** Written since the form was drawn that came back: both texts are to be read. */
function isNew({ errors, values }: Pick<ThreadProps, 'errors' | 'values'>, seq: number): boolean {
  const { seen } = values;
  return errors.length > 0 && seen !== undefined && seq > Number(seen);
}
