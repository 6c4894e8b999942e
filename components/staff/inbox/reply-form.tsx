import type { DraftContent } from '#lib/domain/guidance/draft.ts';
import { EMPTY_DRAFT } from '#lib/domain/guidance/draft.ts';
import { MESSAGE_MAX } from '#lib/domain/guidance/message.ts';
import { Button } from '../../form/button.tsx';
import { CheckboxRows } from '../../form/checkbox-rows.tsx';
import { errorFor } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import { Select } from '../../form/select.tsx';
import { TextArea } from '../../form/text-area.tsx';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { StepFields } from './step-fields.tsx';
import type { ThreadProps } from './thread-view.ts';

/** One form with everything that can be done with a text: it is kept on the server whatever is pressed. */
export function ReplyForm(props: ThreadProps) {
  const { frame, view, errors } = props;
  const { t } = frame;
  const { thread, messages, pending, draft } = view;
  const { id, state, locale } = thread;
  if (pending?.own) return null;
  if (state === 'closed' && draft === null) return <p>{t('inbox.thread.closed')}</p>;
  const typed = typedOf(props);
  return (
    <>
      {state === 'answered' ? <p>{t('inbox.thread.answered')}</p> : null}
      <DraftState {...props} />
      <Form frame={frame} action={staffDo(staffPaths.thread(id), 'reply')} id="reply">
        <input type="hidden" name="seen" value={messages.length} />
        <input type="hidden" name="comment" value={typed.comment} />
        <TextArea
          t={t}
          name="text"
          label={t('inbox.thread.reply')}
          hint={t('inbox.thread.replyHint', { language: t(`inbox.languages.${locale}`) })}
          value={typed.text}
          error={errorFor(errors, 'text')}
          maxLength={MESSAGE_MAX}
        />
        <SavedReplies {...props} />
        <StepFields {...props} typed={typed} />
        <Override {...props} />
        <div className="actions">
          <Button kind="dusk">
            {t(state === 'answered' ? 'inbox.thread.another' : 'inbox.thread.send')}
          </Button>
          <Press {...props} verb="draft" words={t('inbox.thread.saveDraft')} />
        </div>
        <AskColleague {...props} />
      </Form>
    </>
  );
}

/** What came back from a post, else the draft, else nothing yet. */
function typedOf({ values, errors, view: { draft } }: ThreadProps): DraftContent {
  const kept = draft ?? EMPTY_DRAFT;
  const isBack = errors.length > 0 && values['text'] !== undefined;
  return isBack ? { ...kept, ...(values as Partial<DraftContent>) } : kept;
}

function Press({ frame, view, verb, words }: ThreadProps & { verb: string; words: string }) {
  const to = frame.href(staffDo(staffPaths.thread(view.thread.id), verb));
  return (
    <Button kind="plain" formAction={to}>
      {words}
    </Button>
  );
}

function DraftState({ frame, view: { draft } }: ThreadProps) {
  const { t } = frame;
  if (draft === null) return null;
  const { askedOf, back, comment } = draft;
  if (askedOf === null) return <Notice>{t('inbox.thread.hasDraft')}</Notice>;
  const name = askedOf;
  return (
    <Notice>
      <p>{t(back ? 'inbox.thread.share.back' : 'inbox.thread.share.asked', { name })}</p>
      {back && comment !== '' ? (
        <>
          <p>{t('inbox.thread.share.comment', { name })}</p>
          <p className="whitespace-pre-line">{comment}</p>
        </>
      ) : null}
    </Notice>
  );
}

function SavedReplies(props: ThreadProps) {
  const { frame, choices, errors } = props;
  const { t } = frame;
  if (choices.saved.length === 0) return <p className="note">{t('inbox.thread.saved.none')}</p>;
  return (
    <>
      <Select
        t={t}
        name="saved"
        label={t('inbox.thread.saved.label')}
        value=""
        options={[
          { value: '', text: t('inbox.thread.step.choose') },
          ...choices.saved.map(({ id, title, shortcut }) => ({
            value: id,
            text: `${title} (::${shortcut})`,
          })),
        ]}
        error={errorFor(errors, 'saved')}
      />
      <p className="hint">{t('inbox.thread.saved.hint')}</p>
      <div className="actions">
        <Press {...props} verb="insert" words={t('inbox.thread.saved.insert')} />
      </div>
    </>
  );
}

function Override({ frame, view: { present }, errors }: ThreadProps) {
  const { t } = frame;
  const other = present.find(({ replying }) => replying);
  if (other === undefined) return null;
  return (
    <CheckboxRows
      t={t}
      name="override"
      legend={t('inbox.thread.overrideLegend')}
      choices={[{ value: 'yes', label: t('inbox.thread.override', { name: other.name }) }]}
      error={errorFor(errors, 'override')}
    />
  );
}

function AskColleague(props: ThreadProps) {
  const { frame, choices, errors } = props;
  const { t } = frame;
  if (choices.colleagues.length === 0) return null;
  return (
    <>
      <Select
        t={t}
        name="to"
        label={t('inbox.thread.share.label')}
        value=""
        options={[
          { value: '', text: t('inbox.thread.step.choose') },
          ...choices.colleagues.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        error={errorFor(errors, 'to')}
      />
      <div className="actions">
        <Press {...props} verb="share" words={t('inbox.thread.share.button')} />
      </div>
    </>
  );
}
