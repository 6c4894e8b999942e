import { can } from '#lib/domain/access/permission.ts';
import type { Instant, StaffId } from '#lib/domain/basics/ids.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { type Deadlines, deadlinesOf } from '#lib/domain/reports/deadlines.ts';
import type { LocalTime } from '#lib/domain/roster/hours.ts';
import { localTime } from '#lib/gateways/clock.ts';
import { openReport as unseal } from '#lib/gateways/report-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { type Case, findCase, listNotes, type Note, type SealedCase } from '#lib/store/reports.ts';
import { listStaff, type Staff } from '#lib/store/staff/staff.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { daysOffForAll } from '#lib/usecases/report-days.ts';
import { type Incident, incidentOf } from '#lib/usecases/report-texts.ts';

export interface OpenedReport {
  readonly facts: Case;
  readonly deadlines: Deadlines;
  readonly times: {
    readonly arrived: LocalTime;
    readonly acknowledged: LocalTime | null;
    readonly closed: LocalTime | null;
  };
  readonly owner: string | null;
  /** Null: there were none, or the person deleted them. */
  readonly words: string | null;
  readonly answer: string | null;
  /** The person reads the answer with their return code. */
  readonly answerable: boolean;
  readonly incident: Incident | null;
  /** Who recorded an incident does not review it. */
  readonly mayReview: boolean;
  readonly notes: readonly { readonly by: string; readonly at: LocalTime; readonly text: string }[];
  /** Who can be given it. */
  readonly people: readonly { readonly id: StaffId; readonly name: string }[];
}

/** One case with all its words. Every opening leaves a row in the log, in the same transaction as the reading. */
export async function openReport(
  ctx: StaffContext<'reports:handle'>,
  id: string,
): Promise<OpenedReport | null> {
  if (!isUuid(id)) return null;
  const staff = await listStaff(ctx.db);
  const daysOff = await daysOffForAll(ctx);
  const read = await ctx.db.$transaction(async (tx) => {
    const found = await findCase(tx, id);
    if (found === null) return null;
    const notes = await listNotes(tx, id);
    const actor = `staff:${ctx.actor.id}`;
    const entry = { actor, action: 'report.read', subject: found.number } as const;
    await appendAudit(tx, { ...entry, detail: { notes: notes.length } });
    return { found, notes };
  });
  if (read === null) return null;
  const { found, notes } = read;
  const local = (at: Instant | null) => at && localTime(at, ctx.config.timeZone);
  const arrived = localTime(found.arrivedAt, ctx.config.timeZone);
  return {
    ...wordsOf(ctx, found, notes, staff),
    deadlines: deadlinesOf(arrived.day, daysOff),
    times: { arrived, acknowledged: local(found.acknowledgedAt), closed: local(found.closedAt) },
    people: staff
      .filter(({ disabled, roles }) => !disabled && can(roles, 'reports:handle'))
      .map((person) => ({ id: person.id, name: person.name })),
  };
}

function wordsOf(
  ctx: StaffContext,
  found: SealedCase,
  notes: readonly Note[],
  staff: readonly Staff[],
) {
  const { id, owner, answerable, recordedBy, reviewedBy } = found;
  const names = new Map(staff.map((person) => [person.id, person.name]));
  return {
    facts: found,
    owner: owner && (names.get(owner) ?? ''),
    words: unseal(ctx.secrets, id, 'words', found.words),
    answer: unseal(ctx.secrets, id, 'answer', found.answer),
    answerable,
    incident: incidentOf(ctx, found, names),
    mayReview: found.serious && reviewedBy === null && recordedBy !== ctx.actor.id,
    notes: notes.map(({ staffId, at, sealed }) => ({
      by: names.get(staffId) ?? '',
      at: localTime(at, ctx.config.timeZone),
      text: unseal(ctx.secrets, id, 'note', sealed) ?? '',
    })),
  };
}
