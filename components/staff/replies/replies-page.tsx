import type { Day } from '#lib/domain/basics/ids.ts';
import { LOCALES, type Locale } from '#lib/domain/basics/locale.ts';
import { REVIEW_DAYS, type SignState } from '#lib/domain/guidance/saved-reply.ts';
import type { Tier } from '#lib/domain/routing/tier.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { ButtonLink } from '../../form/button.tsx';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { StaffPage } from '../shell/staff-page.tsx';

export interface ListedReply {
  readonly id: string;
  readonly locale: Locale;
  readonly tier: Tier | null;
  readonly shortcut: string;
  readonly title: string;
  readonly state: SignState;
  /** Days since 1970. */
  readonly signedOn: number | null;
  readonly used: number;
}

interface Props {
  readonly frame: Frame;
  readonly replies: readonly ListedReply[];
  readonly removed: boolean;
}

/** The library of replies: what is signed and what is not, in words. */
export function RepliesPage({ frame, replies, removed }: Props) {
  const { t } = frame;
  return (
    <StaffPage frame={frame} title={t('replies.title')} current="replies">
      {removed ? <Notice role="status">{t('replies.removed')}</Notice> : null}
      <p>{t('replies.lead')}</p>
      <p className="actions">
        <ButtonLink kind="dusk" href={frame.href(staffPaths.addReply)}>
          {t('replies.add')}
        </ButtonLink>
      </p>
      {replies.length === 0 ? <p>{t('replies.empty')}</p> : null}
      {LOCALES.map((locale) => (
        <Language
          key={locale}
          frame={frame}
          language={locale}
          replies={replies.filter((reply) => reply.locale === locale)}
        />
      ))}
    </StaffPage>
  );
}

function Language({
  frame,
  language,
  replies,
}: Pick<Props, 'frame' | 'replies'> & { readonly language: Locale }) {
  const { t, href } = frame;
  if (replies.length === 0) return null;
  const column = (key: 'title' | 'shortcut' | 'tier' | 'state' | 'used') => ({
    key,
    label: t(`replies.column.${key}`),
  });
  return (
    <DataTable
      caption={t('replies.caption', { language: t(`inbox.languages.${language}`) })}
      columns={[
        column('title'),
        column('shortcut'),
        column('tier'),
        column('state'),
        column('used'),
      ]}
      rows={replies.map((reply) => ({
        key: reply.id,
        cells: {
          title: (
            <a
              className="inline-flex items-center target"
              href={href(staffPaths.savedReply(reply.id))}
            >
              {reply.title}
            </a>
          ),
          shortcut: `::${reply.shortcut}`,
          tier: reply.tier === null ? t('replies.everyTier') : t(`policy.tier.${reply.tier}`),
          state: signWords(frame, reply),
          used: t('replies.usedTimes', { count: reply.used }),
        },
      }))}
      stacked
    />
  );
}

/** Whether it can be inserted, and until when. */
export function signWords(
  { t, locale }: Pick<Frame, 't' | 'locale'>,
  { state, signedOn }: Pick<ListedReply, 'state' | 'signedOn'>,
): string {
  if (signedOn === null || state === 'draft') return t('replies.state.draft');
  const date = longDate(locale, signedOn as Day);
  const until = longDate(locale, (signedOn + REVIEW_DAYS) as Day);
  return state === 'signed'
    ? t('replies.state.signed', { date, until })
    : t('replies.state.past', { until });
}
