import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { closeAlert, listOpenAlerts, STOP } from '#lib/store/alerts.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';
import { readStop, seenOf } from '#lib/usecases/stop.ts';

export type ResumeRefused =
  | 'no_note'
  | 'too_long'
  /** Nothing is stopped: somebody else was faster. */
  | 'not_stopped'
  /** More was found since the page was drawn. */
  | 'changed';

const LONGEST_NOTE = 900;

export interface Resumption {
  /** What was looked at, and why placements may go on; kept in the audit log. */
  readonly note: string;
  readonly seen: string;
}

/** Placements follow the policy again. What was found so far stops nothing once more; anything else does. */
export async function resumePlacements(
  ctx: StaffContext<'placements:resume'>,
  { note, seen }: Resumption,
): Promise<Result<void, ResumeRefused>> {
  requireFresh(ctx);
  const why = note.trim();
  if (why === '') return err('no_note');
  if (why.length > LONGEST_NOTE) return err('too_long');
  const { id } = ctx.actor;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'placements');
    const [alert] = await listOpenAlerts(tx, STOP.kind);
    if (!alert) return err('not_stopped');
    const stop = readStop(alert.detail);
    if (seenOf(alert.id, stop) !== seen) return err('changed');
    await closeAlert(tx, { ...STOP, by: id, at: ctx.now });
    const entry = {
      actor: `staff:${id}`,
      action: 'placement.resumed',
      subject: STOP.kind,
    } as const;
    await appendAudit(tx, { ...entry, detail: { note: why, ...stop } });
    return ok(undefined);
  });
}
