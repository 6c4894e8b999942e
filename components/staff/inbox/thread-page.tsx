import { LANG } from '#lib/domain/basics/locale.ts';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { SummaryList } from '../../layout/summary-list.tsx';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { moment } from './moment.ts';
import type { OpenedThread } from './opened-thread.ts';
import { ReplyForm } from './reply-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly timeZone: string;
  readonly view: OpenedThread;
  readonly errors: readonly FormError[];
  /** Typed before somebody else wrote, and how many messages were read then. */
  readonly values: Readonly<Record<string, string>>;
}

const TITLES = {
  open: 'inbox.thread.title',
  answered: 'inbox.thread.titleAnswered',
  closed: 'inbox.thread.titleClosed',
} as const;

/** A thread as a guide may see it: its texts, its language, the step; the score range only if shared. */
export function ThreadPage(props: Props) {
  const { frame, view, values } = props;
  const { t } = frame;
  const { messages, thread } = view;
  const errors = staffErrors(t, props.errors);
  const seen = errors.length > 0 && values['seen'] !== undefined ? Number(values['seen']) : null;
  return (
    <StaffPage
      frame={frame}
      title={t(TITLES[thread.state])}
      current="inbox"
      failed={errors.length > 0}
      up={{ path: staffPaths.inbox, text: t('inbox.thread.up') }}
    >
      <ErrorSummary t={t} errors={errors} />
      <p className="note">{t('inbox.thread.logged')}</p>
      <Facts {...props} />
      <h2>{t('inbox.thread.texts')}</h2>
      <ol className="links">
        {messages.map(({ seq, author, text }, place) => (
          <li key={seq} className="py-4">
            <p>
              <b>{t(`inbox.thread.${author}`)}</b>
              {seen !== null && place >= seen ? ` (${t('inbox.thread.new')})` : null}
            </p>
            <p className="whitespace-pre-line" lang={LANG[thread.locale]}>
              {text}
            </p>
          </li>
        ))}
      </ol>
      <p>{t('inbox.thread.safety')}</p>
      <ReplyForm
        frame={frame}
        thread={thread}
        seen={messages.length}
        errors={errors}
        text={values['text']}
      />
    </StaffPage>
  );
}

function Facts({ frame, timeZone, view: { thread, late } }: Props) {
  const { t } = frame;
  const { tier, band, locale, promisedAt, state } = thread;
  const promise = promisedAt === null ? t('inbox.noPromise') : moment(frame, timeZone, promisedAt);
  return (
    <SummaryList
      pairs={[
        { term: t('inbox.language'), value: t(`inbox.languages.${locale}`) },
        {
          term: t('inbox.thread.tier'),
          value: tier === null ? t('inbox.thread.noTier') : t(`policy.tier.${tier}`),
        },
        {
          term: t('inbox.thread.band'),
          value: band === null ? t('inbox.thread.notShared') : t(`inbox.thread.bands.${band}`),
        },
        ...(state === 'open'
          ? [
              {
                term: t('inbox.promised'),
                value: late ? (
                  <>
                    {promise}. <b>{t('inbox.isLate')}</b>
                  </>
                ) : (
                  promise
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
