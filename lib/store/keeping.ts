import type { Day, Instant, PathwayId } from '#lib/domain/basics/ids.ts';
import { dateOf, type Tx } from './client.ts';

/** Removes every row of a pathway, threads and code included. False where there was none. */
export async function erasePathway(tx: Tx, id: PathwayId): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ erased: boolean }[]>`
    SELECT subject.erase_pathway(${id}::uuid) AS erased`;
  return done?.erased === true;
}

interface Count {
  readonly n: number;
}

/** Everything that a person and guides wrote to each other, and what belongs to it. False where there was nothing. */
export async function eraseMessages(tx: Tx, id: PathwayId): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ erased: boolean }[]>`
    SELECT subject.erase_messages(${id}::uuid) AS erased`;
  return done?.erased === true;
}

/** Pathways that started before a day; at most 1,000 a call. */
export async function expirePathways(tx: Tx, before: Day): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_pathways(${dateOf(before)}::date) AS n`;
  return done?.n ?? 0;
}

/** Return codes of pathways nobody used since a day; their threads close today. At most 1,000 a call. */
export async function expireReturnCodes(tx: Tx, before: Day, today: Day): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_return_codes(${dateOf(before)}::date, ${dateOf(today)}::date) AS n`;
  return done?.n ?? 0;
}

/**
 * Visit codes that were issued before a day; those that nobody used only where they were issued before an
 * even earlier one. At most 1,000 a call.
 */
export async function expireVisitCodes(tx: Tx, before: Day, lateBefore: Day): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_visit_codes(${dateOf(before)}::date, ${dateOf(lateBefore)}::date) AS n`;
  return done?.n ?? 0;
}

/** Times of visit codes that nothing depends on any more. */
export async function forgetVisitTimes(
  tx: Tx,
  { issued, redeemed }: { readonly issued: Instant; readonly redeemed: Instant },
): Promise<number> {
  const old = { issuedAt: { lte: new Date(issued) } };
  const done = { redeemedAt: { lte: new Date(redeemed) } };
  const forgotten = [
    await tx.visitClock.updateMany({ where: old, data: { issuedAt: null } }),
    await tx.visitClock.updateMany({
      where: done,
      data: { redeemedAt: null, redeemedBy: null },
    }),
  ];
  await tx.visitClock.deleteMany({ where: { issuedAt: null, redeemedAt: null } });
  return forgotten.reduce((sum, { count }) => sum + count, 0);
}

/** Threads that closed before a day; at most 1,000 a call. */
export async function expireThreads(tx: Tx, before: Day): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_threads(${dateOf(before)}::date) AS n`;
  return done?.n ?? 0;
}

/** Posts of the group of weeks before a day; at most 1,000 a call. */
export async function expireGroupPosts(tx: Tx, before: Day): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_group_posts(${dateOf(before)}::date) AS n`;
  return done?.n ?? 0;
}

/** Bans that are over today; on the staff's side those made before an instant. */
export async function expireGroupBans(tx: Tx, today: Day, before: Instant): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT subject.expire_group_bans(${dateOf(today)}::date, ${new Date(before)}::timestamptz) AS n`;
  return done?.n ?? 0;
}

/** Audit entries written before an instant, up to a seal among them, some 10,000 a call. */
export async function expireAudit(tx: Tx, before: Instant): Promise<number> {
  const [done] = await tx.$queryRaw<Count[]>`
    SELECT ops.expire_audit(${new Date(before)}::timestamptz) AS n`;
  return done?.n ?? 0;
}

/** Staff sessions and invitations that ended or were last used before an instant. */
export async function expireSessions(tx: Tx, before: Instant): Promise<number> {
  const sessions = await tx.staffSession.deleteMany({
    where: { lastSeenAt: { lt: new Date(before) } },
  });
  const invitations = await tx.staffInvitation.deleteMany({
    where: { until: { lt: new Date(before) } },
  });
  return sessions.count + invitations.count;
}

/** Alerts that closed before an instant. */
export async function expireAlerts(tx: Tx, before: Instant): Promise<number> {
  return (await tx.alert.deleteMany({ where: { closedAt: { lt: new Date(before) } } })).count;
}
