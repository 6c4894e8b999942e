import { Button } from '../form/button.tsx';
import { CheckboxRows } from '../form/checkbox-rows.tsx';
import { errorFor, type FormError } from '../form/errors.ts';
import { Form } from '../form/form.tsx';
import { TextArea } from '../form/text-area.tsx';
import type { Frame } from '../layout/frame.ts';
import { paths } from '../layout/paths.ts';
import { gap } from '../layout/shell/format.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
  readonly post: string;
  readonly nextPromise: string | null;
  readonly canShare: boolean;
  /** Nothing was written yet: who reads it is said first. */
  readonly first: boolean;
  /** An answer is owed already, and its time was said. */
  readonly promised: boolean;
  /** Writing is what the page is for; else it comes second to a step. */
  readonly main: boolean;
}

/** Who reads it, by when they answer and what it is not for stand before the field, not after. */
export function MessageForm({ frame, errors, values, post, ...props }: Props) {
  const { t, href } = frame;
  const { nextPromise, canShare, first, promised, main } = props;
  const { text, share } = values;
  return (
    <>
      {first ? (
        <p>
          {t('mine.message.whoReads')}
          {gap(frame.locale)}
          {t('mine.message.theySee')}
        </p>
      ) : null}
      {promised ? null : (
        <p>
          {nextPromise === null
            ? t('mine.message.noPromise')
            : t(first ? 'mine.message.promise' : 'mine.message.nextPromise', {
                promise: nextPromise,
              })}
        </p>
      )}
      <p>
        {t.rich('mine.message.notUrgent', {
          help: (words) => <a href={href(paths.help)}>{words}</a>,
        })}
      </p>
      <Form frame={frame} action={post}>
        <TextArea
          t={t}
          name="text"
          label={t('mine.message.label')}
          hint={t('mine.message.hint')}
          value={text}
          error={errorFor(errors, 'text')}
        />
        {canShare ? (
          <CheckboxRows
            t={t}
            name="share"
            legend={t('mine.message.shareLegend')}
            hint={t('mine.message.shareHint')}
            choices={[{ value: 'yes', label: t('mine.message.share') }]}
            values={share === 'yes' ? ['yes'] : []}
          />
        ) : null}
        <Button kind={main ? 'pine' : 'plain'}>{t('mine.message.send')}</Button>
      </Form>
    </>
  );
}
