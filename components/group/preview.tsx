import type { ContentNote } from '#lib/domain/community/codes.ts';
import type { Door } from '#lib/domain/community/door.ts';
import type { ContactKind } from '#lib/domain/community/masking/finder.ts';
import type { CrisisLine } from '#lib/domain/safety/crisis-line.ts';
import { dateTimeText } from '#lib/i18n/dates.ts';
import { Button } from '../form/button.tsx';
import { Form } from '../form/form.tsx';
import type { Frame } from '../layout/frame.ts';
import { Notice } from '../layout/notice.tsx';
import { UrgentCard } from '../layout/urgent-card.tsx';

export interface Previewed {
  /** As it would be kept. */
  readonly text: string;
  readonly note: ContentNote | null;
  /** What was taken out. */
  readonly masked: readonly ContactKind[];
  /** Something in it sounds like danger. */
  readonly risk: boolean;
}

interface Props {
  readonly frame: Frame;
  readonly post: string;
  readonly door: Door;
  readonly preview: Previewed;
  readonly lines: readonly CrisisLine[];
}

/** What others would read, what was taken out of it and why, and when it is read. */
export function Preview({ frame, post, door, preview, lines }: Props) {
  const { t, locale } = frame;
  const { text, note, masked, risk } = preview;
  const [line] = lines;
  return (
    <>
      {risk && line !== undefined ? (
        <>
          <p>{t('group.new.care')}</p>
          <UrgentCard frame={frame} line={line} />
        </>
      ) : null}
      <h2>{t('group.new.preview')}</h2>
      <div className="panel panel-ink">
        {note === null ? null : (
          <p className="caption">{t('group.topic.fold', { note: t(`group.note.${note}`) })}</p>
        )}
        <p className="whitespace-pre-wrap">{text}</p>
      </div>
      {masked.length === 0 ? null : (
        <Notice>
          <p>{t('group.new.masked', { kinds: listed(frame, masked) })}</p>
        </Notice>
      )}
      <p>
        {t('group.new.first')}{' '}
        {door.until === null
          ? null
          : t('group.new.until', {
              until: dateTimeText(locale, door.until.day, door.until.minute),
            })}
      </p>
      <Form frame={frame} action={post}>
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="note" value={note ?? ''} />
        <p className="actions">
          <Button name="step" value="send">
            {t('group.new.send')}
          </Button>
          <Button kind="link" name="step" value="write">
            {t('group.new.again')}
          </Button>
        </p>
      </Form>
      {risk || line === undefined ? null : (
        <>
          <h2>{t('group.harder')}</h2>
          <UrgentCard frame={frame} line={line} />
        </>
      )}
    </>
  );
}

function listed({ t, lang }: Frame, kinds: readonly ContactKind[]): string {
  const words = kinds.map((kind) => t(`group.kind.${kind}`));
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
}
