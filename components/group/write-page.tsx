import { CONTENT_NOTES } from '#lib/domain/community/codes.ts';
import type { Door } from '#lib/domain/community/door.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { Button } from '../form/button.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { RadioRows } from '../form/radio-rows.tsx';
import { TextArea } from '../form/text-area.tsx';
import type { Frame } from '../layout/frame.ts';
import { UrgentCard } from '../layout/urgent-card.tsx';
import { FormPage } from '../screening/form-page.tsx';
import { toldErrors } from '../screening/told-errors.ts';
import { Preview, type Previewed } from './preview.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  /** Path that the form posts to, and the one before this page. */
  readonly post: string;
  readonly back: string;
  readonly topic: { readonly title: string };
  readonly door: Door;
  /** A post of their own is written anew. */
  readonly changes: boolean;
  /** What was typed, as it would look; null where it is still being written. */
  readonly preview: Previewed | null;
  readonly lines: readonly CrisisLine[];
}

const NUDGES = ['1', '2', '3'] as const;

/** Write, look at it once, send it for checking. Words of risk bring help and keep nothing back. */
export function WritePage(props: Props) {
  const { frame, topic, changes, preview, lines } = props;
  const { t } = frame;
  const errors = toldErrors(t, props.errors);
  const [line] = lines;
  const title = t(changes ? 'group.new.change' : 'group.new.title');
  return (
    <FormPage frame={frame} title={title} errors={errors} back={props.back}>
      <p>{t('group.new.inTopic', { topic: topic.title })}</p>
      {preview !== null && errors.length === 0 ? (
        <Preview {...props} preview={preview} />
      ) : (
        <>
          <Writing {...props} errors={errors} />
          <h2>{t('group.harder')}</h2>
          {line === undefined ? null : <UrgentCard frame={frame} line={line} />}
        </>
      )}
    </FormPage>
  );
}

function Writing({ frame, errors, values, post }: Props) {
  const { t } = frame;
  return (
    <>
      <h2>{t('group.new.nudge')}</h2>
      <ul>
        {NUDGES.map((nudge) => (
          <li key={nudge}>{t(`group.new.nudge${nudge}`)}</li>
        ))}
      </ul>
      <Form frame={frame} action={post}>
        <TextArea
          t={t}
          name="text"
          label={t('group.new.label')}
          hint={t('group.new.hint')}
          value={values['text']}
          error={errorFor(errors, 'text')}
        />
        <RadioRows
          t={t}
          name="note"
          legend={t('group.new.noteLegend')}
          hint={t('group.new.noteHint')}
          choices={CONTENT_NOTES.map((note) => ({ value: note, label: t(`group.note.${note}`) }))}
          orElse={{ value: '', label: t('group.new.noteNone') }}
          value={values['note']}
        />
        <Button name="step" value="look">
          {t('group.new.see')}
        </Button>
      </Form>
    </>
  );
}
