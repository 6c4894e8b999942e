import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { ThreadProps } from './thread-view.ts';

/** Only where an answer was given and none is on its way. */
export function CloseForm({ frame, view: { thread, messages, pending } }: ThreadProps) {
  const { t } = frame;
  if (thread.state !== 'answered' || pending !== null) return null;
  return (
    <Form frame={frame} action={staffDo(staffPaths.thread(thread.id), 'close')}>
      <input type="hidden" name="seen" value={messages.length} />
      <p className="note">{t('inbox.thread.closeWhat')}</p>
      <div className="actions">
        <Button kind="plain">{t('inbox.thread.close')}</Button>
      </div>
    </Form>
  );
}
