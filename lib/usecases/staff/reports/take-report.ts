import type { Instant } from '#lib/domain/basics/ids.ts';
import { makeCaseNumber } from '#lib/domain/reports/case-number.ts';
import { randomBytes, randomUuid } from '#lib/gateways/hashes.ts';
import { listOpenAlerts } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findOpenCase, insertReport, markCase } from '#lib/store/reports.ts';
import { listReports } from '#lib/store/service-reports.ts';
import { alertSubject } from '#lib/usecases/alert-subject.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export interface Caseless {
  readonly kind: 'directory' | 'alert';
  readonly subject: string;
}

/**
 * Takes on an alert, or what visitors say is wrong in the directory, as a case of one's own. One that a colleague
 * took at the same time is theirs. Null where there is nothing of the kind.
 * @returns the id of the case
 */
export async function takeReport(
  ctx: StaffContext<'reports:handle'>,
  about: Caseless,
): Promise<string | null> {
  return ctx.db.$transaction(async (tx) => {
    const arrivedAt = await sinceWhen(tx, about);
    if (arrivedAt === null) return findOpenCase(tx, about.kind, about.subject);
    const id = randomUuid();
    const number = makeCaseNumber(randomBytes(32));
    const made = await insertReport(tx, {
      ...{ id, number, ...about, arrivedAt, locale: null, ownerTag: null, words: null },
      ...{ risk: 'none', post: ctx.key },
    });
    if (!made) return findOpenCase(tx, about.kind, about.subject);
    const acknowledgedAt = new Date(ctx.now);
    await markCase(tx, { id, version: 1 }, { owner: ctx.actor.id, acknowledgedAt });
    const entry = { actor: `staff:${ctx.actor.id}`, action: 'report.taken' } as const;
    await appendAudit(tx, { ...entry, subject: number, detail: { owner: ctx.actor.id } });
    return id;
  });
}

/** Since when it is there to be seen to. */
async function sinceWhen(tx: Tx, { kind, subject }: Caseless): Promise<Instant | null> {
  const times =
    kind === 'alert'
      ? (await listOpenAlerts(tx))
          .filter((alert) => alertSubject(alert) === subject)
          .map(({ openedAt }) => openedAt)
      : (await listReports(tx))
          .filter(({ service }) => service === subject)
          .map(({ last }) => Date.parse(last));
  return times.length === 0 ? null : (Math.min(...times) as Instant);
}
