import type { AuditAction } from '#lib/domain/access/audit.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepingPromises, type Strands, WouldStrand } from '#lib/usecases/kept-promises.ts';

/** Refused until whoever makes the change was told. */
export interface StrandsRefusal extends Strands {
  readonly kind: 'strands';
}

/** What a change leaves in the log; null: there was nothing to change. */
export interface Entry {
  readonly action: AuditAction;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * One change of who is at work: one after another, with its line in the log, and never past the promises of
 * people who wait (`told`: of how many of them the page told).
 */
export async function changeRoster(
  ctx: StaffContext,
  told: number,
  change: (tx: Tx) => Promise<Entry | null>,
): Promise<Result<void, StrandsRefusal>> {
  return refusing(async () => {
    await ctx.db.$transaction(async (tx) => {
      // The turn of the log is also that of changes of people, who count or do not.
      await takeTurn(tx, 'audit');
      const entry = await keepingPromises(tx, ctx, told, () => change(tx));
      if (entry !== null) await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, ...entry });
    });
    return ok(undefined);
  });
}

/** The refusal in place of what is thrown to undo a transaction. */
export async function refusing<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WouldStrand)) throw error;
    return err<StrandsRefusal>({ kind: 'strands', ...error.strands });
  }
}
