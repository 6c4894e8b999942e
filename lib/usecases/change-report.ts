import type { AuditAction } from '#lib/domain/access/audit.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { findCase, markCase, type SealedCase } from '#lib/store/reports.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ReportRefused = 'gone' | 'changed';

/** Which case, and what of it was on the page. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

type Data = Parameters<typeof markCase>[2];

/**
 * One change of a case that nobody changed since it was seen, with its line in the log. `change` says what
 * becomes of it, or why nothing does.
 */
export async function changeReport<E>(
  ctx: StaffContext<'reports:handle'>,
  { id, version }: Seen,
  action: AuditAction,
  change: (found: SealedCase, tx: Tx) => Promise<Result<Data, E>> | Result<Data, E>,
): Promise<Result<void, E | ReportRefused>> {
  if (!isUuid(id)) return err('gone');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `report ${id}`);
    const found = await findCase(tx, id);
    if (found === null) return err('gone');
    if (found.version !== version) return err('changed');
    const data = await change(found, tx);
    if (!data.ok) return data;
    await markCase(tx, { id, version }, data.value);
    const actor = `staff:${ctx.actor.id}`;
    await appendAudit(tx, { actor, action, subject: found.number, detail: detailOf(data.value) });
    return ok(undefined);
  });
}

/** Codes and ids alone: nothing that anybody wrote. */
function detailOf({ owner, outcome, harm }: Data): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ owner, outcome, harm }).filter(([, value]) => typeof value === 'string'),
  );
}
