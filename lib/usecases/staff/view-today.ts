import { can, type Permission } from '#lib/domain/access/permission.ts';
import type { Role } from '#lib/domain/access/role.ts';
import { FEW_RECOVERY_CODES } from '#lib/domain/access/second-factor.ts';
import type { Instant } from '#lib/domain/basics/ids.ts';
import { deadlinesOf } from '#lib/domain/reports/deadlines.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import type { Part } from '#lib/domain/roster/pause.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { type Alert, type AlertKind, listOpenAlerts } from '#lib/store/alerts.ts';
import { countItems } from '#lib/store/group/queue.ts';
import { countWaiting } from '#lib/store/guidance/queue.ts';
import { listPolicyVersions } from '#lib/store/policies.ts';
import { listDrafts } from '#lib/store/policy/drafts.ts';
import { findPulse, SENDING_JOB } from '#lib/store/reminders.ts';
import { listCases } from '#lib/store/reports.ts';
import { readPauses } from '#lib/store/roster.ts';
import { countRecoveryCodes } from '#lib/store/staff/factors.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { daysOffForAll } from '#lib/usecases/report-days.ts';
import { type ResearchToday, researchToday } from '#lib/usecases/research-today.ts';

/** Null where the roles do not reach it. */
export interface Today {
  readonly inbox: {
    readonly count: number;
    readonly late: number;
    /** When the first answer was promised for. */
    readonly next: LocalTime | null;
  } | null;
  /** Proposed by somebody else: each needs a second clinician. */
  readonly reviews: readonly { readonly hash: string; readonly name: string }[] | null;
  /** Approved and not live: somebody has to publish them. */
  readonly approved: readonly { readonly hash: string; readonly name: string }[] | null;
  readonly drafts: readonly { readonly id: string; readonly name: string }[] | null;
  readonly research: ResearchToday;
  /** One line for each kind and subject; crisis lines are counted together. */
  readonly alerts: readonly TodayAlert[];
  /** Parts that are closed for now, and until when. */
  readonly paused: readonly { readonly part: Part; readonly until: LocalTime }[];
  /** Complaints and reports that somebody sent; null where the roles do not reach them. */
  readonly reports: { readonly count: number; readonly late: number } | null;
  /** What waits in the group: high, medium, low; null where the roles do not reach it. */
  readonly group: readonly [number, number, number] | null;
  /** The person's own recovery codes, where few are left. */
  readonly codesLeft: number | null;
}

interface TodayAlert {
  /** `worker_silent` is no alert of the worker's: who is silent raises none. */
  readonly kind: AlertKind | 'worker_silent';
  /** A tier, where the alert is about one. */
  readonly tier: string | null;
  readonly count: number;
  readonly since: LocalTime;
}

/** Who can do something about an alert; null: everyone may know. */
const SEEN_BY: Readonly<Record<AlertKind, Permission | null>> = {
  tier_closed: null,
  examples_only: 'services:edit',
  promise_overdue: 'inbox:read',
  // Guides can still answer, and administrators staff the hours again.
  promise_stranded: null,
  crisis_line_due: 'services:edit',
  audit_chain_broken: 'audit:read',
  // Whoever meets visitors may be asked why everybody is offered a visit.
  placement_mismatch: null,
  // Whoever meets visitors may be asked why none came.
  reminders_late: null,
  reminders_missed: null,
  mails_late: null,
  mails_missed: null,
  group_stalled: null,
  group_unattended: null,
  group_waiting: null,
  many_threads_read: 'audit:read',
  trial_harm: 'trials:read',
  trial_uneven: 'trials:read',
};

/** What needs this person today. */
export async function viewToday(ctx: StaffContext): Promise<Today> {
  const { roles } = ctx.actor;
  const [inbox, reviews, approved, drafts, research, alerts, pulse, left, pauses, reports, group] =
    await Promise.all([
      can(roles, 'inbox:read') ? waiting(ctx) : null,
      can(roles, 'policy:approve') ? toReview(ctx) : null,
      can(roles, 'policy:publish') ? toPublish(ctx) : null,
      can(roles, 'policy:draft') ? myDrafts(ctx) : null,
      researchToday(ctx),
      listOpenAlerts(ctx.db),
      findPulse(ctx.db, SENDING_JOB),
      countRecoveryCodes(ctx.db, ctx.actor.id),
      readPauses(ctx.db, ctx.now),
      can(roles, 'reports:handle') ? sent(ctx) : null,
      can(roles, 'group:moderate') ? countItems(ctx.db) : null,
    ]);
  const codesLeft = left <= FEW_RECOVERY_CODES ? left : null;
  const { timeZone } = ctx.config;
  const lines = [...silent(pulse, ctx.now, timeZone), ...gather(alerts, roles, timeZone)];
  const paused = [...pauses].map(([part, at]) => ({ part, until: localTime(at, timeZone) }));
  const named = { reviews, approved, drafts, research };
  return { inbox, ...named, alerts: lines, paused, reports, group, codesLeft };
}

async function sent(ctx: StaffContext): Promise<Today['reports']> {
  const [cases, daysOff] = await Promise.all([listCases(ctx.db, 'open'), daysOffForAll(ctx)]);
  const late = cases.filter(({ arrivedAt, owner }) => {
    const arrived = localTime(arrivedAt, ctx.config.timeZone).day;
    const { acknowledgeBy, answerBy } = deadlinesOf(arrived, daysOff);
    return (owner === null ? acknowledgeBy : answerBy) < ctx.today;
  });
  return { count: cases.length, late: late.length };
}

async function waiting(ctx: StaffContext): Promise<Today['inbox']> {
  const { next, ...counts } = await countWaiting(ctx.db, ctx.now);
  return { ...counts, next: next === null ? null : localTime(next, ctx.config.timeZone) };
}

async function toReview({ db, actor }: StaffContext): Promise<Today['reviews']> {
  return (await listPolicyVersions(db))
    .filter(({ state, review }) => state === 'proposed' && !review.hands.includes(actor.id))
    .map(({ hash, name }) => ({ hash, name }));
}

async function toPublish({ db }: StaffContext): Promise<Today['approved']> {
  return (await listPolicyVersions(db))
    .filter(({ state }) => state === 'approved')
    .map(({ hash, name }) => ({ hash, name }));
}

async function myDrafts({ db, actor }: StaffContext): Promise<Today['drafts']> {
  return (await listDrafts(db))
    .filter(({ author }) => author.id === actor.id)
    .map(({ id, name }) => ({ id, name }));
}

/** The worker runs its job every minute: after ten without one it has stopped, and so have reminders and checks. */
const SILENT_MS = 10 * 60_000;

function silent(pulse: Instant | null, now: Instant, timeZone: string): readonly TodayAlert[] {
  if (pulse === null || now - pulse < SILENT_MS) return [];
  return [{ kind: 'worker_silent', tier: null, count: 1, since: localTime(pulse, timeZone) }];
}

function gather(
  alerts: readonly Alert[],
  roles: readonly Role[],
  timeZone: string,
): readonly TodayAlert[] {
  const lines = new Map<string, TodayAlert>();
  for (const { kind, subject, detail, openedAt } of alerts) {
    const needs = SEEN_BY[kind];
    if (needs !== null && !can(roles, needs)) continue;
    const tier = kind === 'tier_closed' ? subject : null;
    const key = `${kind} ${tier}`;
    const since = localTime(openedAt, timeZone);
    // One that counts by itself, or one of several.
    const more = Number(detail['count'] ?? 1);
    lines.set(key, { kind, tier, since, count: (lines.get(key)?.count ?? 0) + more });
  }
  return [...lines.values()];
}
