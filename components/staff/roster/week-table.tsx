import { isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { dateText, timeText } from '#lib/i18n/dates.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import type { DayOnRoster, RoleOnRoster } from './roster-facts.ts';

interface Props {
  readonly frame: Frame;
  readonly roles: readonly RoleOnRoster[];
  readonly ahead: number;
  readonly today: Day;
}

/** Monday to Sunday, one column for each role. */
export function WeekTable({ frame, roles, ahead, today }: Props) {
  const { t, href, locale } = frame;
  const days = roles[0]?.week.map(({ day }) => day) ?? [];
  const [monday] = days;
  const sunday = days.at(-1);
  if (monday === undefined || sunday === undefined) return null;
  const date = (day: typeof monday) => formatDate(locale, isoDate(day));
  return (
    <>
      <DataTable
        caption={t('roster.week.caption', { from: date(monday), to: date(sunday) })}
        columns={[
          { key: 'day', label: t('roster.week.day') },
          ...roles.map(({ role }) => ({ key: role, label: t(`roster.role.${role}`) })),
        ]}
        rows={days.map((day, place) => ({
          key: String(day),
          cells: {
            day: dateText(locale, day),
            ...Object.fromEntries(
              roles.map(({ role, week }) => [
                role,
                <Cell key={role} frame={frame} on={day < today ? undefined : week[place]} />,
              ]),
            ),
          },
        }))}
        stacked
      />
      <p className="actions">
        {ahead === 0 ? null : (
          <a className="alone" href={href(`${staffPaths.roster}?week=${ahead - 1}`)}>
            {t('roster.week.before')}
          </a>
        )}
        <a className="alone" href={href(`${staffPaths.roster}?week=${ahead + 1}`)}>
          {t('roster.week.after')}
        </a>
      </p>
    </>
  );
}

function Cell({ frame, on }: { readonly frame: Frame; readonly on: DayOnRoster | undefined }) {
  const { t, locale } = frame;
  // What was is not on the roster any more.
  if (on === undefined) return '–';
  if (on.off !== null) {
    return on.off === '' ? t('roster.week.off') : t('roster.week.offNamed', { name: on.off });
  }
  return (
    <>
      {on.staffed ? null : <strong className="block">{t('roster.week.nobody')}</strong>}
      {on.shifts.map(({ id, name, from, to, onCall }) => (
        <span key={id} className="block">
          {t(onCall ? 'roster.week.onCall' : 'roster.week.shift', {
            name,
            from: timeText(locale, from),
            to: timeText(locale, to),
          })}
        </span>
      ))}
    </>
  );
}
