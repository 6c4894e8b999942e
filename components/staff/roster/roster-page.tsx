import type { Day } from '#lib/domain/basics/ids.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { ButtonLink } from '../../form/button.tsx';
import { ErrorSummary } from '../../form/error-summary.tsx';
import type { FormError } from '../../form/errors.ts';
import type { Frame } from '../../layout/frame.ts';
import { Notice } from '../../layout/notice.tsx';
import { staffPaths } from '../../layout/paths.ts';
import { staffErrors } from '../shell/staff-errors.ts';
import { StaffPage } from '../shell/staff-page.tsx';
import { formatWhen } from '../shell/when.ts';
import { Gaps } from './gaps.tsx';
import type { RoleOnRoster } from './roster-facts.ts';
import { ShiftList } from './shift-list.tsx';
import { WeekTable } from './week-table.tsx';

interface Props {
  readonly frame: Frame;
  readonly errors: readonly FormError[];
  /** What the last post did. */
  readonly told: string | undefined;
  readonly zone: string;
  readonly today: Day;
  readonly roles: readonly RoleOnRoster[];
  readonly promise: LocalTime | null;
  readonly group: {
    readonly openNow: boolean;
    readonly until: LocalTime | null;
    readonly next: LocalTime | null;
  };
  readonly paused: { readonly guidance: LocalTime | null; readonly group: LocalTime | null };
  readonly stranded: number;
  /** How many weeks ahead the shown one is. */
  readonly ahead: number;
}

const TOLD = ['added', 'ended', 'removed', 'closed', 'opened'] as const;

/** Who is at work when. What it means to visitors is said first. */
export function RosterPage(props: Props) {
  const { frame, roles, ahead, today } = props;
  const { t, href } = frame;
  const errors = staffErrors(t, props.errors);
  const told = TOLD.find((known) => known === props.told);
  return (
    <StaffPage frame={frame} title={t('roster.title')} current="roster" failed={errors.length > 0}>
      <ErrorSummary t={t} errors={errors} />
      {told === undefined ? null : (
        <Notice role="status">
          <p>{t(`roster.told.${told}`)}</p>
        </Notice>
      )}
      <Means {...props} />
      <p className="note">{t('roster.zone', { zone: props.zone })}</p>
      <WeekTable frame={frame} roles={roles} ahead={ahead} today={today} />
      <Gaps frame={frame} roles={roles} today={today} />
      <h2>{t('roster.shifts.title')}</h2>
      <div className="actions">
        <ButtonLink kind="dusk" href={href(staffPaths.addShift)}>
          {t('roster.add.title')}
        </ButtonLink>
        <a className="alone" href={href(staffPaths.daysOff)}>
          {t('roster.off.link')}
        </a>
      </div>
      <ShiftList frame={frame} roles={roles} />
    </StaffPage>
  );
}

function Means({ frame, roles, promise, group, paused, stranded }: Props) {
  const { t, locale } = frame;
  const when = (at: LocalTime) => formatWhen(locale, at);
  const guides = roles.find(({ role }) => role === 'guide');
  return (
    <section aria-labelledby="means">
      <h2 id="means">{t('roster.means.title')}</h2>
      <ul>
        <li>
          {promise === null
            ? t('roster.means.noPromise')
            : t('roster.means.promise', { when: when(promise) })}
        </li>
        {guides?.shifts.length === 0 && promise !== null ? (
          <li>{t('roster.means.configured')}</li>
        ) : null}
        {paused.guidance === null ? null : (
          <li>{t('roster.means.guidancePaused', { when: when(paused.guidance) })}</li>
        )}
        <li>{groupSentence(frame, group, paused.group)}</li>
        {stranded === 0 ? null : (
          <li>
            <strong>{t('roster.means.stranded', { count: stranded })}</strong>
          </li>
        )}
      </ul>
    </section>
  );
}

function groupSentence(
  { t, locale }: Frame,
  { openNow, until, next }: Props['group'],
  paused: LocalTime | null,
): string {
  if (paused !== null) return t('roster.means.groupPaused', { when: formatWhen(locale, paused) });
  if (openNow) {
    return until === null
      ? t('roster.means.groupAlways')
      : t('roster.means.groupNow', { when: formatWhen(locale, until) });
  }
  return next === null
    ? t('roster.means.groupNever')
    : t('roster.means.groupNext', { when: formatWhen(locale, next) });
}
