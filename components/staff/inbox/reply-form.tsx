import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { Button } from '../../form/button.tsx';
import { errorFor, type FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import type { Frame } from '../../layout/frame.ts';
import type { OpenedThread } from './opened-thread.ts';

interface Props {
  readonly frame: Frame;
  readonly thread: OpenedThread['thread'];
  /** How many messages this page shows: a reply to fewer than there are is not sent. */
  readonly seen: number;
  readonly errors: readonly FormError[];
  readonly text: string | undefined;
}

export function ReplyForm({ frame, thread, seen, errors, text }: Props) {
  const { t } = frame;
  const { id, state, locale } = thread;
  if (state === 'closed' && text === undefined) return <p>{t('inbox.thread.closed')}</p>;
  return (
    <>
      {state === 'answered' ? <p>{t('inbox.thread.answered')}</p> : null}
      <Form frame={frame} action={`/staff/inbox/${id}/do/reply`}>
        <input type="hidden" name="seen" value={seen} />
        <TextArea
          t={t}
          name="text"
          label={t('inbox.thread.reply')}
          hint={t('inbox.thread.replyHint', { language: t(`inbox.languages.${locale}`) })}
          value={text}
          error={errorFor(errors, 'text')}
          maxLength={MESSAGE_MAX}
        />
        <div className="actions">
          <Button kind="dusk">
            {t(state === 'answered' ? 'inbox.thread.another' : 'inbox.thread.send')}
          </Button>
        </div>
      </Form>
      {state === 'answered' ? (
        <Form frame={frame} action={`/staff/inbox/${id}/do/close`}>
          <input type="hidden" name="seen" value={seen} />
          <p className="note">{t('inbox.thread.closeWhat')}</p>
          <div className="actions">
            <Button kind="plain">{t('inbox.thread.close')}</Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
