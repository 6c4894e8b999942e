import { Button } from '../../../form/button.tsx';
import { errorFor, type FormError } from '../../../form/errors.ts';
import { Form } from '../../../form/form.tsx';
import { TextArea } from '../../../form/text-area.tsx';
import type { Frame } from '../../../layout/frame.ts';
import { staffPaths } from '../../../layout/paths.ts';
import { moment } from '../../inbox/moment.ts';

export interface Comment {
  readonly id: number;
  readonly by: string;
  readonly text: string;
  readonly at: number;
}

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly hash: string;
  readonly comments: readonly Comment[];
  readonly mayWrite: boolean;
  readonly errors: readonly FormError[];
  readonly value: string | undefined;
}

/** What was said about a version; a comment decides nothing, and its author may write one too. */
export function Comments(props: Props) {
  const { frame, timeZone, hash, comments, mayWrite, errors, value } = props;
  const { t } = frame;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('policy.comment.title')}</h2>
      {comments.length === 0 ? <p>{t('policy.comment.none')}</p> : null}
      <ul>
        {comments.map(({ id, by, text, at }) => (
          <li key={id}>
            {t('policy.comment.line', { by, when: moment(frame, timeZone, at) })}
            <br />
            {text}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Form frame={frame} action={`${staffPaths.version(hash)}/do/comment`}>
          <TextArea
            t={t}
            name="comment"
            label={t('policy.comment.label')}
            hint={t('policy.decide.noteHint')}
            value={value}
            error={errorFor(errors, 'comment')}
            rows={3}
            maxLength={900}
          />
          <div className="actions">
            <Button kind="plain">{t('policy.comment.button')}</Button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
