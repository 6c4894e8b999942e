// The figures of the researchers' pages, counted anew from the rows of a package alone.
import {
  type CurveDay,
  type Intender,
  type MarkCount,
  WINDOWS,
  type WindowCount,
} from '#lib/domain/evaluation/cubes.ts';
import type { Stage } from '#lib/domain/pathway/stages.ts';
import { addUp } from '../told.ts';
import { numberOf, type Person, type Row, textOf } from './read-package.ts';

/** As the README of a package has it. */
const INTENDER_FROM = 5;
const NEED_FROM = 10;
/** Points of a PHQ-9 that are more than chance (E12). */
const RELIABLE = 6;

/** What was before is no answer. */
const since = (day: number | null, from: number | null) =>
  day === null || from === null || day < from ? null : Math.max(1, day - from);
const day = (row: Row) => numberOf(row, 'day') ?? 0;

export function intenderOf({ row }: Person): Intender {
  const strength = numberOf(row, 'intention_before');
  if (strength === null) return 'not_asked';
  return strength >= INTENDER_FROM ? 'yes' : 'no';
}

const t0 = ({ row }: Person) => numberOf(row, 't0_day');
export const wentIn = (person: Person) =>
  since(numberOf(person.row, 'attended_self_day'), t0(person));

/** Days from t0 to the cutoff, below 0 where t0 lies after what everybody of the same period was followed. */
export function followedBy(person: Person): number {
  const from = t0(person);
  return from === null ? -1 : (numberOf(person.row, 'followed_days') ?? 0) - from;
}

/** The last day of a check-in before they told of a visit. That somebody rather did not say is in no file. */
function heardUpTo(person: Person): number {
  const told = numberOf(person.row, 'attended_self_day') ?? Number.POSITIVE_INFINITY;
  const days = person.checkins.map(day).filter((one) => one < told);
  return Math.max(0, ...days.map((one) => one - (t0(person) ?? 0)));
}

/** Who went by the end of each window that is closed, by group. */
export function windowsOf(
  people: readonly Person[],
  groupOf: (person: Person) => string = () => '',
): readonly WindowCount[] {
  const each = people.flatMap((person) => {
    const [group, intender] = [groupOf(person), intenderOf(person)];
    const [went, heard, followed] = [wentIn(person), heardUpTo(person), followedBy(person)];
    return WINDOWS.filter((days) => followed >= days).map((days) => {
      const attended = Number(went !== null && went <= days);
      const unheard = Number((went === null || went > days) && heard < days);
      const counts = { n: 1, attended, verified: 0, unheard };
      return [{ a: group, b: group, intender, days }, counts] as const;
    });
  });
  return addUp(each);
}

/** What came first to people who intended to go, and on which day, from `status` and `time`. */
export function curveDaysOf(people: readonly Person[]): readonly CurveDay[] {
  const inclined = people.filter(
    (person) => intenderOf(person) === 'yes' && followedBy(person) > 0,
  );
  const each = inclined.map((person) => {
    const [status, time] = [textOf(person.row, 'status'), numberOf(person.row, 'time') ?? 0];
    const happened = status !== 'censored' && time <= 90;
    const events = Number(happened && status === 'attended');
    const other = Number(happened && status === 'stepped_out');
    const last = happened ? time : Math.min(90, followedBy(person));
    return [
      { intender: 'yes' as const, day: last },
      { events, other, censored: Number(!happened) },
    ] as const;
  });
  return addUp(each).toSorted((one, other) => one.day - other.day);
}

const REACHED: Readonly<Record<Stage, (row: Row) => boolean>> = {
  started: (row) => numberOf(row, 'started') !== null,
  completed: (row) => numberOf(row, 'completed_day') !== null,
  viewed: (row) => numberOf(row, 'viewed_day') !== null,
  engaged: (row) => numberOf(row, 'engaged_day') !== null,
  intended: (row) =>
    REACHED.viewed(row) &&
    [numberOf(row, 'intention_before'), numberOf(row, 'intention_after')].some(
      (strength) => (strength ?? 0) >= INTENDER_FROM,
    ),
  chose: (row) => REACHED.engaged(row) && numberOf(row, 'chose_day') !== null,
  acted: (row) =>
    REACHED.engaged(row) &&
    [numberOf(row, 'requested_day'), numberOf(row, 'referral_day')].some((one) => one !== null),
};
export const reached = (people: readonly Person[], stage: Stage) =>
  people.filter(({ row }) => REACHED[stage](row)).length;

/** PHQ-9s in order. */
const forms = ({ screenings }: Person) =>
  screenings.filter((row) => textOf(row, 'instrument') === 'phq-9');
const isInNeed = (row: Row | undefined) =>
  row !== undefined && (numberOf(row, 'total') ?? 0) >= NEED_FROM;

export const bandOf = (person: Person) => {
  const [first] = forms(person);
  return (first && textOf(first, 'band')) ?? 'none';
};

/** Whether so many days after a day of the pathway are over for everybody of the same week. */
export function isOver({ row }: Person, name: 'viewed_day' | 'booked_day', days: number): boolean {
  const from = numberOf(row, name);
  return from !== null && (numberOf(row, 'followed_days') ?? 0) - from >= days;
}

/** Of a week such as 2026-W07: the quarter that its Thursday is in. The Thursday of week 1 is from 1 to 7 January. */
export function quarterOf({ row }: Person): string {
  const [, year = '', week = ''] = /^(\d{4})-W(\d\d)$/.exec(textOf(row, 'entry') ?? '') ?? [];
  const january = (date: number) => new Date(Date.UTC(Number(year), 0, date));
  const first = 1 + ((11 - january(1).getUTCDay()) % 7);
  return `${year}-Q${1 + Math.floor(january(first + 7 * (Number(week) - 1)).getUTCMonth() / 3)}`;
}

/** Whether a step of one's own was taken within 7 days of the result; null without a result. */
export function stoppedAtResult({ row, steps }: Person): boolean | null {
  const viewed = numberOf(row, 'viewed_day');
  if (viewed === null) return null;
  const at = steps.findIndex((step) => textOf(step, 'step') === 'result.viewed');
  return !steps.slice(at + 1).some((step) => {
    if (textOf(step, 'origin') !== 'user' || day(step) > viewed + 7) return false;
    if (textOf(step, 'step') === 'consent.set') return false;
    return !(textOf(step, 'step') === 'tier.decided' && textOf(step, 'decision') === 'declined');
  });
}

/** The totals of the first and the last PHQ-9 of two different days; of one day the last counts. */
function firstAndLast(person: Person): readonly (number | null)[] {
  const all = forms(person);
  const [first, last] = [all[0], all.at(-1)];
  if (!(first && last) || day(first) === day(last)) return [null, null];
  const ofFirstDay = all.findLast((row) => day(row) === day(first)) ?? first;
  return [ofFirstDay, last].map((row) => numberOf(row, 'total'));
}

const needOf = (total: number) => (total >= NEED_FROM ? 'from_10' : 'below_10');

/** In the words of the figure. */
function changeMark(from: number, to: number): string {
  const change = from - to >= RELIABLE ? 'better' : to - from >= RELIABLE ? 'worse' : 'same';
  return `${change}.${from >= 15 ? 'from_15' : needOf(from)}.${needOf(to)}`;
}
export function changesOf(people: readonly Person[]): readonly MarkCount[] {
  return people.flatMap((person) => {
    const [from, to] = firstAndLast(person);
    return from == null || to == null ? [] : [{ a: '', b: '', mark: changeMark(from, to), n: 1 }];
  });
}

const ANONYMOUS = ['guidance.requested', 'guidance.read', 'community.joined', 'community.posted'];
/** The days on which help without a name was used: messages, and the group. */
const anonymousDays = ({ steps }: Person) => [
  ...new Set(steps.filter((row) => ANONYMOUS.includes(textOf(row, 'step') ?? '')).map(day)),
];

/** In need at the first check and at the last; and of them, who had help without a name on two days and no visit. */
export function stoodInOf(person: Person) {
  const all = forms(person);
  const still = all.length > 1 && isInNeed(all[0]) && isInNeed(all.at(-1));
  const heard = person.checkins.length > 0 && isInNeed(person.screenings.at(-1));
  const cared = ['booked_day', 'attended_self_day'].map((name) => numberOf(person.row, name));
  const anonymousBy = (days: number) => {
    const end = (t0(person) ?? 0) + days;
    const used = anonymousDays(person).filter((one) => one <= end);
    return still && used.length >= 2 && cared.every((one) => one === null || one > end);
  };
  return { still, heard, anonymousBy };
}

/** Whoever booked: whether they went within 90 days of it, and used other help meanwhile. */
export function waitOf(person: Person) {
  const [booked, went] = [
    numberOf(person.row, 'booked_day'),
    numberOf(person.row, 'attended_self_day'),
  ];
  if (booked === null) return null;
  const within = went !== null && went >= booked && went - booked <= 90;
  const used = went !== null && anonymousDays(person).some((one) => one > booked && one < went);
  return { went: within, used: within && used };
}
