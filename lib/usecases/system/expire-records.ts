import { retentionDays } from '#lib/domain/access/retention.ts';
import type { Day, Instant } from '#lib/domain/basics/ids.ts';
import { appendAudit } from '#lib/store/audit.ts';
import {
  expireAudit,
  expirePathways,
  expireReturnCodes,
  expireSessions,
  expireThreads,
} from '#lib/store/keeping.ts';
import type { Context } from '#lib/usecases/context.ts';

const DAY_MS = 86_400_000;

export type Expired = Readonly<
  Record<'codes' | 'threads' | 'pathways' | 'audit' | 'sessions', number>
>;

/** Removes what is past its time, by the table that the privacy page prints. Safe to run at any time. */
export async function expireRecords(ctx: Pick<Context, 'db' | 'now' | 'today'>): Promise<Expired> {
  const { db, now, today } = ctx;
  const before = (days: number) => (today - days) as Day;
  const since = (days: number) => (now - days * DAY_MS) as Instant;
  const codes = await expireReturnCodes(db, before(retentionDays('pathway_key')), today);
  const threads = await expireThreads(db, before(retentionDays('thread')));
  let pathways = 0;
  for (;;) {
    const removed = await expirePathways(db, before(retentionDays('transitions')));
    pathways += removed;
    if (removed === 0) break;
  }
  const audit = await expireAudit(db, since(retentionDays('audit')));
  const sessions = await expireSessions(db, since(retentionDays('staff_session')));
  const expired = { codes, threads, pathways, audit, sessions };
  if (Object.values(expired).some((count) => count > 0)) {
    const entry = { actor: 'system', action: 'system.erased_expired', subject: null } as const;
    await appendAudit(db, { ...entry, detail: expired });
  }
  return expired;
}
