import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { deadlinesOf } from '#lib/domain/reports/deadlines.ts';
import { byUrgency, type CaseKind, type Outcome, type Risk } from '#lib/domain/reports/report.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { type Case, listCases } from '#lib/store/reports.ts';
import { listReports as listServiceReports } from '#lib/store/service-reports.ts';
import { listStaff } from '#lib/store/staff/staff.ts';
import { alertSubject } from '#lib/usecases/alert-subject.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { daysOffForAll } from '#lib/usecases/report-days.ts';

/** A line of the inbox; no words of anybody are in it. */
export interface Line {
  /** Null: nobody has taken it on, and there is no case yet. */
  readonly id: string | null;
  readonly number: string | null;
  readonly kind: CaseKind;
  readonly subject: string | null;
  readonly risk: Risk;
  readonly arrived: Day;
  /** The name of who sees to it. */
  readonly owner: string | null;
  readonly mine: boolean;
  /** Until when it is taken on, or answered where it is taken on already. */
  readonly due: Day;
  readonly late: boolean;
  readonly serious: boolean;
  readonly outcome: Outcome | null;
  readonly closed: Day | null;
}

export interface Reports {
  readonly open: readonly Line[];
  readonly closed: readonly Line[];
  readonly serious: number;
}

/** Everything that somebody has to see to, what is most urgent first; and what was closed lately. */
export async function listReports(ctx: StaffContext<'reports:handle'>): Promise<Reports> {
  const { db } = ctx;
  const [open, closed, staff, alerts, wrong, daysOff] = await Promise.all([
    listCases(db, 'open'),
    listCases(db, 'closed'),
    listStaff(db),
    listOpenAlerts(db),
    listServiceReports(db),
    daysOffForAll(ctx),
  ]);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const line = lineIn(ctx, { names, daysOff });
  const taken = new Set(open.map(({ kind, subject }) => `${kind} ${subject}`));
  const others = [
    ...firstOf(alerts.map((alert) => ({ subject: alertSubject(alert), at: alert.openedAt }))).map(
      ({ subject, at }) => caseless('alert', subject, at),
    ),
    ...firstOf(
      wrong.map(({ service, last }) => ({ subject: service, at: Date.parse(last) as Instant })),
    ).map(({ subject, at }) => caseless('directory', subject, at)),
  ].filter(({ kind, subject }) => !taken.has(`${kind} ${subject}`));
  return {
    open: [...open, ...others].map(line).toSorted(byUrgency),
    closed: closed.map(line),
    serious: [...open, ...closed].filter(({ serious }) => serious).length,
  };
}

type Caseless = Omit<Case, 'id' | 'number'> & { readonly id: null; readonly number: null };

/** What nobody has taken on yet. */
function caseless(kind: CaseKind, subject: string, arrivedAt: Instant): Caseless {
  return {
    ...{ id: null, number: null, kind, subject, arrivedAt, locale: null, risk: 'none' },
    ...{ owner: null, acknowledgedAt: null, outcome: null, closedAt: null },
    ...{ serious: false, version: 0 },
  };
}

/** One for each subject, with its earliest moment. */
function firstOf<S extends string>(
  all: readonly { readonly subject: S; readonly at: Instant }[],
): readonly { readonly subject: S; readonly at: Instant }[] {
  const first = new Map<S, Instant>();
  for (const { subject, at } of all) {
    const known = first.get(subject);
    if (known === undefined || at < known) first.set(subject, at);
  }
  return [...first].map(([subject, at]) => ({ subject, at }));
}

function lineIn(
  { config, today, actor }: StaffContext,
  known: { readonly names: ReadonlyMap<StaffId, string>; readonly daysOff: ReadonlySet<Day> },
) {
  const dayOf = (at: Instant) => localTime(at, config.timeZone).day;
  return (one: Case | Caseless): Line => {
    const { id, number, kind, subject, risk, owner, serious, outcome, closedAt } = one;
    const arrived = dayOf(one.arrivedAt);
    const { acknowledgeBy, answerBy } = deadlinesOf(arrived, known.daysOff);
    const due = owner === null ? acknowledgeBy : answerBy;
    return {
      ...{ id, number, kind, subject, risk, serious, outcome, arrived, due },
      owner: owner === null ? null : (known.names.get(owner) ?? ''),
      mine: owner === actor.id,
      late: closedAt === null && due < today,
      closed: closedAt === null ? null : dayOf(closedAt),
    };
  };
}
