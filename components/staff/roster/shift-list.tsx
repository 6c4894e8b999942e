import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import type { Shift } from '#lib/domain/roster/shift.ts';
import { timeText, weekdayText } from '#lib/i18n/dates.ts';
import { DataTable } from '../../layout/data-table.tsx';
import type { Frame } from '../../layout/frame.ts';
import { staffPaths } from '../../layout/paths.ts';
import { formatDate } from '../../layout/shell/format.ts';
import type { NamedShift, RoleOnRoster } from './roster-facts.ts';

const COLUMNS = ['who', 'role', 'when', 'days', 'action'] as const;
const A_MONDAY = dayFromIso('2026-11-23') ?? (0 as Day);

/** A weekday by the name that it has in a language: that of any date that falls on it. */
export function weekdayName(frame: Frame, weekday: number): string {
  return weekdayText(frame.locale, (A_MONDAY + weekday - 1) as Day);
}

export function shiftTimes(frame: Frame, { weekday, from, to }: Shift): string {
  const { t, locale } = frame;
  const times = { from: timeText(locale, from), to: timeText(locale, to) };
  return t('roster.shifts.when', { weekday: weekdayName(frame, weekday), ...times });
}

export function shiftDays({ t, locale }: Frame, { firstDay, lastDay }: Shift): string {
  const first = formatDate(locale, isoDate(firstDay));
  if (lastDay === null) return t('roster.shifts.since', { first });
  return t('roster.shifts.between', { first, last: formatDate(locale, isoDate(lastDay)) });
}

export function ShiftList({
  frame,
  roles,
}: {
  readonly frame: Frame;
  readonly roles: readonly RoleOnRoster[];
}) {
  const { t } = frame;
  const shifts = roles.flatMap((role) => role.shifts);
  if (shifts.length === 0) return <p>{t('roster.shifts.none')}</p>;
  return (
    <DataTable
      caption={t('roster.shifts.caption')}
      columns={COLUMNS.map((key) => ({
        key,
        label: t(`roster.shifts.column.${key}`),
        action: key === 'action',
      }))}
      rows={shifts.map((shift) => ({ key: shift.id, cells: cellsOf(frame, shift) }))}
      stacked
    />
  );
}

function cellsOf(frame: Frame, shift: NamedShift) {
  const { t, href } = frame;
  const { id, name, role, counts, onCall } = shift;
  const times = shiftTimes(frame, shift);
  return {
    who: (
      <>
        {name}
        {counts ? null : <span className="note block">{t('roster.shifts.notCounting')}</span>}
      </>
    ),
    role: t(`staff.shell.roles.${role}`),
    when: (
      <>
        {times}
        {onCall ? <span className="note block">{t('roster.shifts.onCall')}</span> : null}
      </>
    ),
    days: shiftDays(frame, shift),
    action: (
      <a className="inline-flex items-center target" href={href(staffPaths.shift(id))}>
        {t('roster.shifts.change')}
        <span className="unseen-always">
          {' '}
          {name}, {times}
        </span>
      </a>
    ),
  };
}
