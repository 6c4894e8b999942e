import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { Button } from '../../form/button.tsx';
import { Form } from '../../form/form.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { ThreadProps } from './thread-view.ts';

/** Drafts of colleagues to look at, change, and give back. Who wrote it sends it. */
export function CheckForms({ frame, view: { toCheck, thread } }: ThreadProps) {
  const { t } = frame;
  return toCheck.map(({ of, by, draft }, place) => (
    <section key={of} className="panel panel-ink">
      <h2>{t('inbox.thread.share.checkTitle', { name: by })}</h2>
      <Form frame={frame} action={staffDo(staffPaths.thread(thread.id), 'check')}>
        <input type="hidden" name="of" value={of} />
        <TextArea
          t={t}
          name={`text-${place}`}
          label={t('inbox.thread.share.text')}
          value={draft.text}
          maxLength={MESSAGE_MAX}
        />
        <TextArea t={t} name={`say-${place}`} label={t('inbox.thread.share.say')} rows={3} />
        <div className="actions">
          <Button kind="dusk">{t('inbox.thread.share.give')}</Button>
        </div>
      </Form>
    </section>
  ));
}
