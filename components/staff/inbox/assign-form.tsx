import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { Button } from '../../form/button.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import type { ThreadProps } from './thread-view.ts';

/** Takes it, hands it over with a note, or lets it go. */
export function AssignForm({ frame, view, choices, self, errors, values }: ThreadProps) {
  const { t } = frame;
  const { thread, guide } = view;
  const isBack = errors.length > 0;
  return (
    <section>
      <h2>{t('inbox.thread.assign.title')}</h2>
      <p>
        {guide === null
          ? t('inbox.thread.assign.nobodyNow')
          : t('inbox.thread.assign.now', { name: guide })}
      </p>
      <Form frame={frame} action={staffDo(staffPaths.thread(thread.id), 'assign')}>
        <Select
          t={t}
          name="guide"
          label={t('inbox.thread.assign.label')}
          value={(isBack ? values['guide'] : undefined) ?? thread.assignedTo ?? ''}
          options={[
            { value: '', text: t('inbox.thread.assign.nobody') },
            { value: self.id, text: t('inbox.thread.assign.me', { name: self.name }) },
            ...choices.colleagues.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          error={errorFor(errors, 'guide')}
        />
        <TextArea
          t={t}
          name="handover"
          label={t('inbox.thread.assign.note')}
          value={isBack ? values['handover'] : undefined}
          error={errorFor(errors, 'handover')}
          rows={3}
          maxLength={MESSAGE_MAX}
        />
        <div className="actions">
          <Button kind="plain">{t('inbox.thread.assign.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
