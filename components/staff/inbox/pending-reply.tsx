import { LANG } from '#lib/domain/basics/locale.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { clockTime } from './moment.ts';
import { stepWords } from './step-words.ts';
import type { ThreadProps } from './thread-view.ts';

/** A reply that can still be taken back, by whoever wrote it. */
export function PendingReply({ frame, timeZone, view, choices }: ThreadProps) {
  const { t } = frame;
  const { pending, thread } = view;
  if (pending === null) return null;
  const { own, by, dueAt, text, step } = pending;
  const time = clockTime(timeZone, dueAt, true);
  return (
    <section className="panel panel-ink">
      <h2>{t('inbox.thread.pending.title')}</h2>
      <p>
        {own
          ? t('inbox.thread.pending.own', { time })
          : t('inbox.thread.pending.other', { name: by, time })}
      </p>
      <p className="whitespace-pre-line" lang={LANG[thread.locale]}>
        {text}
      </p>
      {step === null ? null : (
        <p className="note">
          {t('inbox.thread.ledTo', { step: stepWords(frame, step, choices.services) })}
        </p>
      )}
      {own ? (
        <Form frame={frame} action={staffDo(staffPaths.thread(thread.id), 'undo')}>
          <div className="actions">
            <Button kind="dusk">{t('inbox.thread.pending.undo')}</Button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
