import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { Button } from '../../form/button.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { ThreadProps } from './thread-view.ts';

/** What guides say to each other about this thread. */
export function Notes({ frame, view: { notes, thread }, errors, values }: ThreadProps) {
  const { t } = frame;
  return (
    <section>
      <h2>{t('inbox.thread.notes.title')}</h2>
      <p>{t('inbox.thread.notes.what')}</p>
      {notes.map(({ seq, kind, by, text }) => (
        <div key={seq} className="panel panel-ink measure">
          <p>
            <b>{t(`inbox.thread.notes.${kind}`, { name: by })}</b>
          </p>
          <p className="whitespace-pre-line">{text}</p>
        </div>
      ))}
      <Form frame={frame} action={staffDo(staffPaths.thread(thread.id), 'note')}>
        <TextArea
          t={t}
          name="note"
          label={t('inbox.thread.notes.label')}
          value={errors.length > 0 ? values['note'] : undefined}
          error={errorFor(errors, 'note')}
          rows={3}
          maxLength={MESSAGE_MAX}
        />
        <div className="actions">
          <Button kind="plain">{t('inbox.thread.notes.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
