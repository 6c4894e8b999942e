import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { ButtonLink } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { gap } from '../../layout/shell/format.ts';
import { staffErrors } from './staff-errors.ts';
import { StaffPage } from './staff-page.tsx';
import { type TodayAlert, TodayAlerts } from './today-alerts.tsx';
import { TodayDesk } from './today-desk.tsx';
import { TodayGroup } from './today-group.tsx';
import { TodayNamed } from './today-named.tsx';
import { TodayPaused, TodayReports } from './today-parts.tsx';
import { type ResearchToday, TodayResearch } from './today-research.tsx';
import { formatWhen } from './when.ts';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** Null where the roles do not reach it. */
  readonly inbox: {
    readonly count: number;
    readonly late: number;
    readonly next: LocalTime | null;
  } | null;
  readonly reviews: readonly { readonly hash: string; readonly name: string }[] | null;
  readonly approved: readonly { readonly hash: string; readonly name: string }[] | null;
  readonly drafts: readonly { readonly id: string; readonly name: string }[] | null;
  readonly research: ResearchToday;
  readonly alerts: readonly TodayAlert[];
  readonly paused: readonly { readonly part: Part; readonly until: LocalTime }[];
  readonly reports: { readonly count: number; readonly late: number } | null;
  /** What waits in the group: high, medium, low. */
  readonly group: readonly [number, number, number] | null;
  /** Null where there are enough. */
  readonly codesLeft: number | null;
}

/** What needs this person. The one button leads to the oldest message, where there is one. */
export function Today(props: Props) {
  const { frame, errors, inbox, reviews, approved, drafts, alerts, codesLeft } = props;
  const { research, paused, reports, group } = props;
  const { t } = frame;
  const told = staffErrors(t, errors);
  const lists = [reviews, approved, drafts, ...Object.values(research)];
  const named = lists.map((list) => list?.length ?? 0);
  const posts = (group ?? []).reduce((sum, n) => sum + n, 0);
  const counted = (inbox?.count ?? 0) + (reports?.count ?? 0) + paused.length + posts;
  const waiting = named.reduce((sum, n) => sum + n, counted);
  return (
    <StaffPage
      frame={frame}
      title={t('staff.today.title')}
      current="today"
      failed={told.length > 0}
    >
      <ErrorSummary t={t} errors={told} />
      {waiting + alerts.length === 0 ? <p className="lead">{t('staff.today.clear')}</p> : null}
      <TodayDesk frame={frame} />
      <TodayPaused frame={frame} paused={paused} />
      <TodayAlerts frame={frame} alerts={alerts} />
      <TodayReports frame={frame} reports={reports} />
      <TodayGroup frame={frame} group={group} />
      {inbox === null ? null : <Inbox frame={frame} inbox={inbox} />}
      <TodayNamed
        frame={frame}
        title={t('staff.today.reviews.title')}
        lead={t('staff.today.reviews.text', { count: reviews?.length ?? 0 })}
        items={(reviews ?? []).map((r) => ({
          path: `${staffPaths.policy}/version/${r.hash}`,
          name: r.name,
        }))}
      />
      <TodayNamed
        frame={frame}
        title={t('staff.today.approved.title')}
        lead={t('staff.today.approved.text')}
        items={(approved ?? []).map((r) => ({ path: staffPaths.version(r.hash), name: r.name }))}
      />
      <TodayResearch frame={frame} research={research} />
      <TodayNamed
        frame={frame}
        title={t('staff.today.drafts.title')}
        items={(drafts ?? []).map((d) => ({
          path: `${staffPaths.policy}/draft/${d.id}`,
          name: d.name,
        }))}
      />
      {codesLeft === null ? null : (
        <Notice heading={t('staff.account.codes.title')}>
          <p>
            {t('staff.account.codes.left', { count: codesLeft })}
            {gap(frame.locale)}
            <a href={frame.href(staffPaths.account)}>{t('staff.account.codes.make')}</a>
          </p>
        </Notice>
      )}
      <Notice heading={t('staff.today.wording.title')}>
        <p>{t('staff.today.wording.text')}</p>
      </Notice>
    </StaffPage>
  );
}

function Inbox({ frame, inbox }: { frame: Frame; inbox: NonNullable<Props['inbox']> }) {
  const { t, locale } = frame;
  const { count, late, next } = inbox;
  return (
    <section>
      <h2>{t('staff.today.inbox.title')}</h2>
      <p>
        {t('staff.today.inbox.count', { count })}
        {late === 0 ? null : (
          <>
            {gap(locale)}
            <strong>{t('staff.today.inbox.late', { count: late })}</strong>
          </>
        )}
        {next === null
          ? null
          : `${gap(locale)}${t('staff.today.inbox.next', { when: formatWhen(locale, next) })}`}
      </p>
      {count === 0 ? null : (
        <div className="actions">
          <ButtonLink kind="dusk" href={frame.href(staffPaths.inbox)}>
            {t('staff.today.inbox.open')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
