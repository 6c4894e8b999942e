import type { CurveDay } from './cubes.ts';
import { type Disclosed, LEAST_SHOWN } from './disclosure.ts';
import { LEAST_PEOPLE } from './figure.ts';
import type { Cell, Sum, ToPrint } from './release/counted.ts';
import { aalenJohansen } from './statistics/aalen-johansen.ts';
import { curveLimits } from './statistics/curve-limits.ts';
import { type DayCounts, peopleIn } from './statistics/day-counts.ts';

/**
 * Days on which people are counted, and between which nothing is told. Between the ends of windows: on the same day the
 * curve and the gap would differ by few people, so that one of the two would have to be hidden.
 */
export const CURVE_DAYS = [10, 20, 45, 75, 90] as const;

export interface CurvePoint {
  readonly day: number;
  /** Share who had gone by this day, and its interval. */
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
}

/** Who is still followed on a day, and who was gone, had stepped out or was lost before its end: together everyone. */
export interface RiskRow {
  readonly day: number;
  readonly following: Disclosed;
  readonly went: Disclosed;
  readonly steppedOut: Disclosed;
  readonly notFollowed: Disclosed;
}

export interface Curve {
  readonly people: number;
  readonly points: readonly CurvePoint[];
  /** On the same days, if nobody stepped out (E5); null where no printed number tells that anybody did. */
  readonly net: readonly CurvePoint[] | null;
  /** The last day that is drawn: nobody is told to be followed after it. */
  readonly until: number;
  readonly risk: readonly RiskRow[];
}

const KINDS = ['following', 'went', 'steppedOut', 'notFollowed'] as const;
type Kind = (typeof KINDS)[number];
const CONFIDENCE = 0.95;

export const PEOPLE = 'time/people';
export const curveKey = (kind: Kind, day: number) => `time/${kind}/${day}`;

/** The counts behind the curve; nothing else of it is known to anybody. */
export function countCurve(days: readonly CurveDay[]): ToPrint {
  const rows = CURVE_DAYS.map((day) => {
    const sum = (of: 'events' | 'other' | 'censored', last: number) =>
      days.reduce((total, row) => total + (row.day <= last ? row[of] : 0), 0);
    const [went, steppedOut] = [sum('events', day), sum('other', day)];
    // Whoever was followed to the end of a day is still followed on it.
    return { day, went, steppedOut, notFollowed: sum('censored', day - 1) };
  });
  const people = days.reduce(
    (sum, { events, other, censored }) => sum + events + other + censored,
    0,
  );
  const cells = rows.flatMap(({ day, ...past }, i): readonly Cell[] => {
    const following = people - past.went - past.steppedOut - past.notFollowed;
    const [earlier, later] = [CURVE_DAYS[i - 1], CURVE_DAYS[i + 1]];
    return KINDS.map((kind) => {
      // Who is followed late was followed early; who is gone early is gone late.
      const wider = kind === 'following' ? earlier : later;
      const count = kind === 'following' ? following : past[kind];
      return {
        key: curveKey(kind, day),
        count,
        parents: [wider === undefined ? PEOPLE : curveKey(kind, wider)],
      };
    });
  });
  const sums = CURVE_DAYS.map(
    (day): Sum => ({ total: PEOPLE, parts: KINDS.map((kind) => curveKey(kind, day)) }),
  );
  const all = [{ key: PEOPLE, count: people, parents: [] }, ...cells];
  return {
    cells: all,
    sums,
    printable: new Set(people < LEAST_PEOPLE ? [] : all.map(({ key }) => key)),
    wanted: new Set([PEOPLE, ...CURVE_DAYS.map((day) => curveKey('went', day))]),
  };
}

/**
 * The share who were known to have gone by each day, where stepping out rules it out (Aalen & Johansen 1978; E4),
 * computed from printed counts alone (decision D15): a step waits for 10 people, and the line ends where fewer than 10
 * are followed. Of those no longer followed half are gone before the events of a step, since somewhere between two days
 * they all are: the life table of Cutler & Ederer, J Chronic Dis 8:699 (1958), doi:10.1016/0021-9681(58)90126-7. Null
 * where it is not told how many people there are.
 */
export function drawCurve(cell: (key: string) => Disclosed): Curve | null {
  const people = cell(PEOPLE);
  if (people.kind === 'suppressed') return null;
  const risk = CURVE_DAYS.map((day): RiskRow => {
    const of = (kind: Kind) => cell(curveKey(kind, day));
    return {
      day,
      following: of('following'),
      went: of('went'),
      steppedOut: of('steppedOut'),
      notFollowed: of('notFollowed'),
    };
  });
  const until = risk.findLast(({ following }) => following.kind === 'shown')?.day ?? 0;
  const steps = stepsOf(
    risk.filter(({ day }) => day <= until),
    people.value,
  );
  const points = pointsOf(people.value, steps);
  // Who stepped out is followed no longer: one minus Kaplan & Meier 1958, of the same counts.
  const stayed = steps.map((step) => ({
    ...step,
    other: 0,
    censored: step.censored + step.other,
  }));
  const net = steps.some(({ other }) => other > 0) ? pointsOf(people.value, stayed) : null;
  return { people: people.value, points, net, until, risk };
}

/** The curve on the last day of each step. */
function pointsOf(people: number, steps: readonly DayCounts[]): readonly CurvePoint[] {
  const rows = steps.flatMap(({ censored, ...step }) => [
    { day: step.day - 0.5, events: 0, other: 0, censored: censored / 2 },
    { ...step, censored: censored / 2 },
  ]);
  const rest = {
    day: 91,
    events: 0,
    other: 0,
    censored: Math.max(0, people - peopleIn(steps)),
  };
  return aalenJohansen([...rows, rest])
    .filter(({ day }) => steps.some((step) => step.day === day))
    .map(({ day, value, se }) => {
      const { lo, hi } = curveLimits({ value, se }, 'log-log', CONFIDENCE);
      return { day, value, lo: lo ?? value, hi: hi ?? value };
    });
}

/** What happened between days on which at least 10 more had gone. */
function stepsOf(risk: readonly RiskRow[], people: number): readonly DayCounts[] {
  const steps: DayCounts[] = [];
  let [events, other, censored] = [0, 0, 0];
  for (const row of risk) {
    const sum = atLeast(events, row.went);
    if (sum - events < LEAST_SHOWN) continue;
    const { out, lost } = leftBy(row, people - sum, { out: other, lost: censored });
    steps.push({
      day: row.day,
      events: sum - events,
      other: out - other,
      censored: lost - censored,
    });
    [events, other, censored] = [sum, out, lost];
  }
  return steps;
}

interface Left {
  readonly out: number;
  readonly lost: number;
}

/**
 * Who had stepped out and who was followed no longer. Where one of the two is hidden, and it is told how many are still
 * followed, it is the rest of those who have not gone; of two that are hidden the rest counts as followed no longer, and
 * whoever stepped out as before.
 */
function leftBy(
  { following, steppedOut, notFollowed }: RiskRow,
  notGone: number,
  before: Left,
): Left {
  const left = following.kind === 'shown' ? notGone - following.value : 0;
  const rest = (cell: Disclosed) => (cell.kind === 'shown' ? left - cell.value : 0);
  const isOutHidden = steppedOut.kind === 'suppressed' && notFollowed.kind === 'shown';
  const out = isOutHidden
    ? Math.max(before.out, rest(notFollowed))
    : atLeast(before.out, steppedOut);
  const lost = notFollowed.kind === 'suppressed' ? left - out : notFollowed.value;
  return { out, lost: Math.max(before.lost, lost) };
}

const atLeast = (least: number, cell: Disclosed) =>
  cell.kind === 'shown' ? Math.max(least, cell.value) : least;

/** Columns of the file: the points of the curve, and the days of the table beside it. */
export const RISK_COLUMNS = [
  'day',
  'share_gone',
  'share_low',
  'share_high',
  'net_share',
  'net_low',
  'net_high',
  'following',
  'went',
  'stepped_out',
  'not_followed',
] as const;

export function riskRows({
  points,
  net,
  risk,
}: Curve): readonly (readonly (string | number | null)[])[] {
  const write = (cell: Disclosed) => (cell.kind === 'shown' ? cell.value : 'suppressed');
  const none = [null, null, null] as const;
  const shareOf = (point: CurvePoint | undefined) =>
    point === undefined ? none : [point.value, point.lo, point.hi];
  return [
    ...points.map((point, i) => [
      point.day,
      ...shareOf(point),
      ...shareOf(net?.[i]),
      ...[null, ...none],
    ]),
    ...risk.map(({ day, following, went, steppedOut, notFollowed }) => [
      day,
      ...none,
      ...none,
      ...[following, went, steppedOut, notFollowed].map(write),
    ]),
  ];
}
