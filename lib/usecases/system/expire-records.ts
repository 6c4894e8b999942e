import { type Kept, retentionDays } from '#lib/domain/access/retention.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  expireAlerts,
  expireAudit,
  expireGroupBans,
  expireGroupPosts,
  expirePathways,
  expireReturnCodes,
  expireSessions,
  expireThreads,
  expireVisitCodes,
} from '#lib/store/keeping.ts';
import { expireReports } from '#lib/store/reports.ts';
import type { Context } from '#lib/usecases/context.ts';

const DAY_MS = 86_400_000;

export type Expired = Readonly<
  Record<
    | ('codes' | 'visitCodes' | 'threads' | 'posts' | 'bans' | 'pathways')
    | ('audit' | 'sessions' | 'alerts' | 'reports'),
    number
  >
>;

/** Removes what is past its time, by the table that the privacy page prints. Safe to run at any time. */
export async function expireRecords(ctx: Pick<Context, 'db' | 'now' | 'today'>): Promise<Expired> {
  const { db, now, today } = ctx;
  const before = (what: Kept) => (today - retentionDays(what)) as Day;
  const since = (what: Kept) => (now - retentionDays(what) * DAY_MS) as Instant;
  const expired = {
    codes: await untilNone(() => expireReturnCodes(db, before('pathway_key'), today)),
    visitCodes: await untilNone(() =>
      expireVisitCodes(
        db,
        before('visit_code'),
        (before('visit_code') - retentionDays('visit_code_late')) as Day,
      ),
    ),
    threads: await untilNone(() => expireThreads(db, before('thread'))),
    posts: await untilNone(() => expireGroupPosts(db, before('post'))),
    bans: await expireGroupBans(db, today, since('ban')),
    pathways: await untilNone(() => expirePathways(db, before('transitions'))),
    audit: await untilNone(() => expireAudit(db, since('audit'))),
    sessions: await expireSessions(db, since('staff_session')),
    alerts: await expireAlerts(db, since('alert')),
    reports: await expireReports(db, since('report')),
  };
  if (Object.values(expired).some((count) => count > 0)) {
    const entry = { actor: 'system', action: 'system.erased_expired', subject: null } as const;
    await appendAudit(db, { ...entry, detail: expired });
  }
  return expired;
}

/** Each call is bounded, so that none runs into the time limit of a statement. */
async function untilNone(remove: () => Promise<number>): Promise<number> {
  for (let total = 0; ; ) {
    const removed = await remove();
    if (removed === 0) return total;
    total += removed;
  }
}
