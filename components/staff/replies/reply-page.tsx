import { can } from '#lib/domain/access/permission.ts';
import { isRole } from '#lib/domain/access/role.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Locale } from '#lib/domain/basics/locale.ts';
import { measureReading } from '#lib/domain/guidance/reading-measure.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { Button } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import { Form } from '../../form/form.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffDo, staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { type ListedReply, signWords } from './replies-page.tsx';
import { ReplyFields, type ReplyValues } from './reply-fields.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  readonly values: ReplyValues;
  /** Null: a new one. */
  readonly reply:
    | (ListedReply & {
        readonly text: string;
        readonly signer: string | null;
        /** When it was last changed: what is saved or signed is what was seen. */
        readonly seen: number;
        readonly shipped: boolean;
      })
    | null;
  readonly news: 'saved' | 'signed' | null;
}

/** One reply: its text, how it reads, and whether a clinician has signed it. */
export function ReplyPage({ frame, errors, values, reply, news }: Props) {
  const { t } = frame;
  const told = staffErrors(t, errors);
  const path = reply === null ? staffPaths.addReply : staffPaths.savedReply(reply.id);
  return (
    <StaffPage
      frame={frame}
      title={t(reply === null ? 'replies.addTitle' : 'replies.editTitle')}
      current="replies"
      failed={told.length > 0}
      up={{ path: staffPaths.replies, text: t('replies.title') }}
    >
      <ErrorSummary t={t} errors={told} />
      {news === null ? null : (
        <Notice role="status">{t(news === 'saved' ? 'replies.saved' : 'replies.sign.done')}</Notice>
      )}
      {reply === null ? null : <State frame={frame} reply={reply} />}
      <Form frame={frame} action={staffDo(path, 'save')}>
        <input type="hidden" name="seen" value={reply?.seen ?? 0} />
        <ReplyFields frame={frame} values={values} errors={told} />
        <div className="actions">
          <Button kind="dusk">{t('replies.save')}</Button>
        </div>
      </Form>
      {reply === null ? null : <Measure frame={frame} locale={reply.locale} text={reply.text} />}
      {reply === null ? null : <Sign frame={frame} reply={reply} />}
      {reply === null ? null : <Remove frame={frame} id={reply.id} />}
    </StaffPage>
  );
}

type Known = { readonly frame: Frame; readonly reply: NonNullable<Props['reply']> };

function State({ frame, reply }: Known) {
  const { t, locale } = frame;
  const { signer, signedOn, shipped } = reply;
  return (
    <>
      <p>
        <b>{signWords(frame, reply)}</b>
      </p>
      {signer === null || signedOn === null ? null : (
        <p>{t('replies.sign.by', { name: signer, date: longDate(locale, signedOn as Day) })}</p>
      )}
      {shipped && signedOn === null ? <p>{t('replies.shipped')}</p> : null}
    </>
  );
}

function Measure({ frame, locale, text }: { frame: Frame; locale: Locale; text: string }) {
  const { t } = frame;
  const measure = measureReading(locale, text);
  return (
    <section>
      <h2>{t('replies.measure.title')}</h2>
      <p>
        {measure.kind === 'grade'
          ? t('replies.measure.grade', { grade: measure.grade, words: measure.longest })
          : t('replies.measure.stops', { mean: measure.mean })}
      </p>
    </section>
  );
}

/** For whoever may sign; what they sign is the text as it is saved. */
function Sign({ frame, reply }: Known) {
  const { t, signedIn } = frame;
  if (!can((signedIn?.roles ?? []).filter(isRole), 'replies:sign')) return null;
  return (
    <section>
      <h2>{t('replies.sign.title')}</h2>
      <p>{t('replies.sign.what')}</p>
      <p>{t('replies.sign.unsaved')}</p>
      <Form frame={frame} action={staffDo(staffPaths.savedReply(reply.id), 'sign')}>
        <input type="hidden" name="seen" value={reply.seen} />
        <div className="actions">
          <Button kind="plain">{t('replies.sign.button')}</Button>
        </div>
      </Form>
    </section>
  );
}

function Remove({ frame, id }: { readonly frame: Frame; readonly id: string }) {
  const { t } = frame;
  return (
    <section>
      <h2>{t('replies.remove.title')}</h2>
      <p>{t('replies.remove.what')}</p>
      <Form frame={frame} action={staffDo(staffPaths.savedReply(id), 'remove')}>
        <div className="actions">
          <Button kind="plain">{t('replies.remove.button')}</Button>
        </div>
      </Form>
    </section>
  );
}
