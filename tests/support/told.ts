// What one pathway counts for in the researchers' figures, worked out by the domain's own functions, one by one.
import { dayFromIso, isoDate } from '#lib/domain/basics/day.ts';
import type { Day } from '#lib/domain/basics/ids.ts';
import { weekOf } from '#lib/domain/community/figures.ts';
import type { Intender, MarkFigure, Split, Window } from '#lib/domain/evaluation/cubes.ts';
import { funnelGroupOf } from '#lib/domain/evaluation/funnel.ts';
import { derive } from '#lib/domain/pathway/derive.ts';
import { type GapFacts, gapFacts } from '#lib/domain/pathway/gap-facts.ts';
import { stagesReached } from '#lib/domain/pathway/reached.ts';
import type { PathwayRow } from '#lib/domain/pathway/row.ts';
import type { Step, Transition, TransitionOf } from '#lib/domain/pathway/transition.ts';
import { changeOf } from '#lib/domain/screening/change.ts';

export interface Told {
  readonly row: PathwayRow;
  readonly facts: GapFacts;
  readonly steps: readonly Transition[];
  readonly start: Day;
  /** First of the month that the Thursday of the week of the start is in. */
  readonly cohort: string;
  readonly intender: Intender;
  readonly status: 'attended' | 'stepped_out' | 'open';
  readonly statusAt: number | null;
  readonly codeAt: number | null;
}

const LATER = 100_000;

export function tell(steps: readonly Transition[], start: Day, row = derive(steps)): Told {
  const facts = gapFacts(steps, LATER);
  const since = (day: number | null) =>
    day === null || facts.t0 === null || day < facts.t0 ? null : Math.max(1, day - facts.t0);
  return {
    row,
    facts,
    steps,
    start,
    cohort: `${isoDate((weekOf(start) + 3) as Day).slice(0, 7)}-01`,
    intender: facts.intender === null ? 'not_asked' : facts.intender ? 'yes' : 'no',
    status:
      facts.attendedAt !== null ? 'attended' : facts.steppedOutAt !== null ? 'stepped_out' : 'open',
    statusAt: facts.attendedAt ?? facts.steppedOutAt,
    codeAt: since(row.attendedCodeDay),
  };
}

export function of<S extends Step>(
  steps: readonly Transition[],
  step: S,
): readonly TransitionOf<S>[] {
  return steps.filter((one) => one.step === step) as unknown as readonly TransitionOf<S>[];
}

/** The cell of a split that somebody is in. */
export function cellOf({ row, steps }: Told, split: Split): readonly [string, string] {
  const tier = funnelGroupOf(row);
  const checks = of(steps, 'screening.completed');
  const first = checks.find(({ payload }) => payload.instrument === 'phq-9');
  switch (split) {
    case 'all':
      return ['', ''];
    case 'tier_band':
      return [tier, first?.payload.band ?? 'none'];
    case 'tier_barrier':
      return [tier, row.barriersTop ?? 'none'];
    case 'policy':
      return [of(steps, 'tier.offered')[0]?.policyHash ?? 'none', ''];
    case 'locale':
      return [row.locale ?? 'none', ''];
    case 'entry_point':
      return [row.entryPoint ?? 'none', ''];
  }
}

/** Where the counts put somebody: on the last day of the week of their start. */
const countedFrom = ({ start }: Told) => weekOf(start) + 6;

/** Days from the intention to a cutoff, as far as everybody of the same week was followed. */
export function followedTo(person: Told, cutoff: Day): number {
  const { t0 } = person.facts;
  return t0 === null ? -1 : cutoff - countedFrom(person) - t0;
}

/** First and last total and answer 9 of different days; the last answers of a day count. */
function firstAndLast<T>(
  steps: readonly Transition[],
  read: (payload: TransitionOf<'screening.completed'>['payload']) => T | null,
  without: boolean,
): readonly [T | null, T | null] {
  const byDay = new Map<number, T | null>();
  for (const { day, payload } of of(steps, 'screening.completed')) {
    const value = read(payload);
    if (value !== null || !without) byDay.set(day, value);
  }
  if (byDay.size < 2) return [null, null];
  const days = [...byDay.keys()].toSorted((a, b) => a - b);
  return [byDay.get(days[0] ?? 0) ?? null, byDay.get(days.at(-1) ?? 0) ?? null];
}

/** The mark of somebody in a figure, and from which day of the pathway its window runs; null: not in it. */
export const MARKS = {
  reached: ({ row }: Told) => {
    const stages = ['started', 'completed', 'viewed', 'engaged', 'intended', 'chose', 'acted'];
    const reached: ReadonlySet<string> = new Set(stagesReached(row));
    const went = row.attendedSelfDay ?? row.attendedCodeDay;
    const more = [row.plannedDay, row.bookedDay, went, row.attendedCodeDay];
    const later = more.map((day, i) => (day !== null && reached.has('viewed') ? 128 << i : 0));
    const bits = stages.map((stage, i) => (reached.has(stage) ? 1 << i : 0));
    return { mark: String([...bits, ...later].reduce((a, b) => a + b, 0)), since: null };
  },
  stopped: ({ row, facts, steps }: Told) => {
    if (row.viewedDay === null) return null;
    const first = of(steps, 'screening.completed')[0]?.payload.total ?? 0;
    const stop = facts.satisfiedByResult
      ? 'satisfied'
      : facts.stoppedAtResult
        ? 'stopped'
        : 'went_on';
    return { mark: `${stop}.${first >= 10 ? 'need' : 'no_need'}`, since: row.viewedDay };
  },
  changed: ({ steps }: Told) => {
    const [first, last] = firstAndLast(steps, ({ total }) => total, false);
    const change = changeOf('phq-9', first, last);
    if (change === null || first === null || last === null) return null;
    const from = first >= 15 ? 'from_15' : first >= 10 ? 'from_10' : 'below_10';
    return { mark: `${change}.${from}.${last >= 10 ? 'from_10' : 'below_10'}`, since: null };
  },
  stood_in: ({ steps, facts }: Told) => {
    const totals = of(steps, 'screening.completed').map(({ payload }) => payload.total ?? 0);
    const [first = 0, last = 0] = [totals[0], totals.at(-1)];
    const still = totals.length > 1 && first >= 10 && last >= 10;
    const heard = of(steps, 'checkin.answered').length > 0 && last >= 10;
    if (!(still || heard)) return null;
    const by = facts.anonymousSubstitution;
    const anonymous = still ? (by.length === 0 ? 'no' : `by_${by.join('_')}`) : 'none';
    const social = heard ? (facts.socialSubstitution ? 'yes' : 'no') : 'none';
    return { mark: `${anonymous}.${social}`, since: facts.t0 };
  },
  waited: ({ row, steps, facts }: Told) => {
    if (row.bookedDay === null) return null;
    const listed = of(steps, 'appointment.booked')[0]?.payload.waitDays ?? 'none';
    const { waited } = facts;
    const within =
      waited === null || waited < 0 ? undefined : [7, 14, 30, 60, 90].find((g) => g >= waited);
    const used = facts.usedWhileWaiting > 0 ? 'used' : 'not_used';
    return { mark: `${listed}.${within ?? 0}.${used}`, since: row.bookedDay };
  },
  harm: ({ row, steps }: Told) => {
    if (row.completedDay === null) return null;
    const [first, last] = firstAndLast(steps, ({ total }) => total, false);
    const answer9 = ({ item9 }: { item9: number | 'declined' | null }) =>
      item9 === 'declined' ? null : item9;
    const [before, after] = firstAndLast(steps, answer9, true);
    const change = changeOf('phq-9', first, last) ?? 'none';
    const worse =
      before === null || after === null ? 'none' : after > before ? 'worse' : 'not_worse';
    const helped = of(steps, 'safety.shown').length > 0 ? 'helped' : 'not_helped';
    return { mark: `${change}.${worse}.${helped}`, since: null };
  },
  left: ({ row, facts }: Told) =>
    row.viewedDay === null
      ? null
      : { mark: facts.stoppedAtResult ? 'left' : 'went_on', since: row.viewedDay },
} as const;

/** Rows of one person each, added up where what they are counted under is the same. */
export function addUp<K extends object, N extends Readonly<Record<string, number>>>(
  rows: readonly (readonly [K, N])[],
): readonly (K & N)[] {
  const sums = new Map<string, Record<string, number>>();
  for (const [kind, counts] of rows) {
    const key = JSON.stringify(kind);
    const sum = sums.get(key) ?? {};
    for (const [name, n] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + n;
    sums.set(key, sum);
  }
  return [...sums].map(([key, sum]) => ({ ...JSON.parse(key), ...sum }) as K & N);
}

const one = (is: boolean) => (is ? 1 : 0);

export function windowOf(person: Told, split: Split, days: Window) {
  const [a, b] = cellOf(person, split);
  const went = person.facts.attendedAt;
  const counts = {
    n: 1,
    attended: one(went !== null && went <= days),
    verified: one(person.codeAt !== null && person.codeAt <= days),
    unheard: one((went === null || went > days) && (person.facts.heardAt ?? 0) < days),
  };
  return [{ a, b, intender: person.intender, days }, counts] as const;
}

export function curveDayOf({ intender, status, statusAt }: Told, followed: number) {
  const happened = statusAt !== null && statusAt <= followed;
  const counts = {
    events: one(happened && status === 'attended'),
    other: one(happened && status === 'stepped_out'),
    censored: one(!happened),
  };
  return [{ intender, day: happened ? statusAt : followed }, counts] as const;
}

export function markOf(person: Told, figure: MarkFigure, begun: Day) {
  const found = MARKS[figure](person);
  if (found === null) return null;
  const since =
    found.since === null ? dayFromIso(person.cohort) : countedFrom(person) + found.since;
  return (since ?? 0) <= begun ? found.mark : null;
}
