/**
 * What ended on a day of somebody's own time: the event that is waited for, another event that rules it out, or
 * nothing but the end of follow-up. Counts of this kind are all that the curves and tests need, and add up.
 */
export interface DayCounts {
  readonly day: number;
  readonly events: number;
  readonly other: number;
  readonly censored: number;
}

/** Each day once, in order. */
export type DayTable = readonly DayCounts[];

/** 1 the event, 2 the other event, 0 neither until the end of follow-up. */
export type Status = 0 | 1 | 2;

/** People one by one, as counts by day. */
export function countDays(times: readonly number[], statuses: readonly Status[]): DayTable {
  const rows = times.map((day, i) => {
    const status = statuses[i];
    return {
      day,
      events: status === 1 ? 1 : 0,
      other: status === 2 ? 1 : 0,
      censored: status === 0 ? 1 : 0,
    };
  });
  return mergeDays(rows);
}

/** One table of many: the same as if all people had been counted together. */
export function mergeDays(...tables: readonly (readonly DayCounts[])[]): DayTable {
  const days = new Map<number, DayCounts>();
  for (const row of tables.flat()) {
    const sum = days.get(row.day) ?? { day: row.day, events: 0, other: 0, censored: 0 };
    days.set(row.day, {
      day: row.day,
      events: sum.events + row.events,
      other: sum.other + row.other,
      censored: sum.censored + row.censored,
    });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** The same people with the two events in each other's place. */
export const swapEvents = (table: DayTable): DayTable =>
  table.map((row) => ({ ...row, events: row.other, other: row.events }));

const leaving = (row: DayCounts) => row.events + row.other + row.censored;

export const peopleIn = (table: DayTable): number =>
  table.reduce((sum, row) => sum + leaving(row), 0);

export const eventsIn = (table: DayTable): number =>
  table.reduce((sum, row) => sum + row.events, 0);

/** Somebody who leaves on a day is still at risk on it. */
export function withRisk(table: DayTable): readonly (DayCounts & { readonly atRisk: number })[] {
  let atRisk = peopleIn(table);
  return table.map((row) => {
    const found = { ...row, atRisk };
    atRisk -= leaving(row);
    return found;
  });
}

export const atRiskOn = (table: DayTable, day: number): number =>
  peopleIn(table.filter((row) => row.day >= day));

/** One day in several groups; the lists are in the order of the groups. */
export interface GroupedDay {
  readonly day: number;
  readonly atRisk: readonly number[];
  readonly events: readonly number[];
  readonly other: readonly number[];
}

/** Every day of any group, with what happened in each. */
export function alignDays(groups: readonly DayTable[]): readonly GroupedDay[] {
  const atRisk = groups.map(peopleIn);
  const byDay = groups.map((table) => new Map(table.map((row) => [row.day, row])));
  return mergeDays(...groups).map(({ day }) => {
    const rows = byDay.map((rowOf) => rowOf.get(day));
    const found = {
      day,
      atRisk: [...atRisk],
      events: rows.map((row) => row?.events ?? 0),
      other: rows.map((row) => row?.other ?? 0),
    };
    for (const [g, row] of rows.entries()) {
      if (row) atRisk[g] = (atRisk[g] ?? 0) - leaving(row);
    }
    return found;
  });
}
