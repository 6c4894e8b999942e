import type { Day, Instant, StaffId } from '#lib/domain/basics/ids.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { dateOf, dayOf, type Tx } from './client.ts';

export const ALERT_KINDS = [
  'tier_closed',
  'examples_only',
  'promise_overdue',
  'promise_stranded',
  'crisis_line_due',
  'audit_chain_broken',
  'placement_mismatch',
  'reminders_late',
  'reminders_missed',
  'mails_late',
  'mails_missed',
  'group_stalled',
  'group_unattended',
  'group_waiting',
  'many_threads_read',
  'trial_harm',
  'trial_uneven',
  'package_failed',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Alert {
  readonly id: string;
  readonly kind: AlertKind;
  /** What it is about: a tier, the directory, a crisis line, a thread, a comparison, all research packages, all placements, all reminders, all e-mails, a person of staff. One open alert for each kind and subject. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly openedAt: Instant;
}

export interface NewAlert {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

function keyOf(kind: AlertKind, subject: string): string {
  return `${kind}:${subject}`;
}

/** The alert that stops placements: while it is open, everybody is offered the safe step. */
export const STOP = { kind: 'placement_mismatch', subject: 'placements' } as const;
export const STOP_KEY = keyOf(STOP.kind, STOP.subject);

/** False where it is open already. */
export async function openAlert(tx: Tx, { kind, subject, detail, at }: NewAlert): Promise<boolean> {
  const data = {
    kind,
    subject,
    detail: detail as Prisma.InputJsonObject,
    openedAt: new Date(at),
    openKey: keyOf(kind, subject),
  };
  return (await tx.alert.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Opens it, or says more in the one that is open; true where it was not open. */
export async function putAlert(tx: Tx, alert: NewAlert): Promise<boolean> {
  if (await openAlert(tx, alert)) return true;
  const detail = alert.detail as Prisma.InputJsonObject;
  const where = { openKey: keyOf(alert.kind, alert.subject) };
  await tx.alert.updateMany({ where, data: { detail } });
  return false;
}

export interface ClosedAlert {
  readonly kind: AlertKind;
  readonly subject: string;
  /** Null: it closed by itself. */
  readonly by: StaffId | null;
  readonly at: Instant;
}

/** False where there was none open. */
export async function closeAlert(tx: Tx, { kind, subject, by, at }: ClosedAlert): Promise<boolean> {
  const data = { closedAt: new Date(at), closedBy: by, openKey: null };
  return (
    (await tx.alert.updateMany({ where: { openKey: keyOf(kind, subject) }, data })).count === 1
  );
}

export async function hasOpenAlert(
  tx: Tx,
  { kind, subject }: Pick<Alert, 'kind' | 'subject'>,
): Promise<boolean> {
  return (await tx.alert.count({ where: { openKey: keyOf(kind, subject) } })) === 1;
}

/** Open now, or closed by a person. */
export async function wasAlerted(
  tx: Tx,
  { kind, subject }: Pick<Alert, 'kind' | 'subject'>,
): Promise<boolean> {
  return (await tx.alert.count({ where: { kind, subject } })) > 0;
}

/** Those of a kind that have been open since before an instant. */
export async function closeOldAlerts(
  tx: Tx,
  {
    kind,
    before,
    at,
  }: { readonly kind: AlertKind; readonly before: Instant; readonly at: Instant },
): Promise<void> {
  const where = { kind, closedAt: null, openedAt: { lt: new Date(before) } };
  await tx.alert.updateMany({ where, data: { closedAt: new Date(at), openKey: null } });
}

/** Without a trace, for what is about a visitor. */
export async function removeAlert(
  tx: Tx,
  { kind, subject }: Pick<Alert, 'kind' | 'subject'>,
): Promise<void> {
  await tx.alert.deleteMany({ where: { openKey: keyOf(kind, subject) } });
}

/** Newest first; of one kind where asked for. */
export async function listOpenAlerts(tx: Tx, kind?: AlertKind): Promise<readonly Alert[]> {
  const rows = await tx.alert.findMany({
    where: { closedAt: null, ...(kind === undefined ? {} : { kind }) },
    orderBy: { openedAt: 'desc' },
    select: { id: true, kind: true, subject: true, detail: true, openedAt: true },
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as AlertKind,
    detail: row.detail as Record<string, unknown>,
    openedAt: row.openedAt.getTime() as Instant,
  }));
}

/** When a person of this service last checked a crisis line; null: never. */
export interface CrisisCheck {
  readonly lineId: string;
  readonly checkedOn: Day | null;
}

export async function listCrisisChecks(tx: Tx): Promise<readonly CrisisCheck[]> {
  const select = { lineId: true, checkedOn: true } as const;
  const rows = await tx.crisisCheck.findMany({ orderBy: { lineId: 'asc' }, select });
  return rows.map(({ lineId, checkedOn }) => ({
    lineId,
    checkedOn: checkedOn && dayOf(checkedOn),
  }));
}

/** Lines that the table does not name yet, as never checked. */
export async function insertCrisisLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  const data = lineIds.map((lineId) => ({ lineId }));
  await tx.crisisCheck.createMany({ data, skipDuplicates: true });
}

export interface LineChecked {
  readonly lineId: string;
  readonly on: Day;
  readonly by: StaffId;
  readonly at: Instant;
}

export async function markCrisisChecked(
  tx: Tx,
  { lineId, on, by, at }: LineChecked,
): Promise<void> {
  const data = { checkedOn: dateOf(on), checkedBy: by };
  await tx.crisisCheck.updateMany({ where: { lineId }, data });
  await closeAlert(tx, { kind: 'crisis_line_due', subject: lineId, by, at });
}
