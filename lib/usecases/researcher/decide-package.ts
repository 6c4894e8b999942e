import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import {
  decisionOn,
  LONGEST_PURPOSE,
  mayDecideOn,
} from '#lib/domain/evaluation/package/request.ts';
import { appendAudit } from '#lib/store/audit.ts';
import { findRequest, markDecided } from '#lib/store/exports.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

export type DecideRefused = 'no_note' | 'too_long' | 'own' | 'decided' | 'gone';

export interface Decided {
  readonly id: string;
  readonly decision: 'approved' | 'returned';
  /** What the second person checked. */
  readonly note: string;
}

/** A second person lets a package be made, or not; the database refuses the first one too. */
export async function decidePackage(
  ctx: StaffContext<'research:approve'>,
  { id, decision, note }: Decided,
): Promise<Result<null, DecideRefused>> {
  requireFresh(ctx);
  const checked = note.trim();
  if (!isUuid(id)) return err('gone');
  if (checked === '') return err('no_note');
  if (checked.length > LONGEST_PURPOSE) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'exports');
    const request = await findRequest(tx, id);
    if (!request || request.study.ended) return err('gone');
    const { id: by } = ctx.actor;
    const isSame = request.note === checked && decisionOn(request.state) === decision;
    if (request.decider?.id === by && isSame) return ok(null);
    const may = mayDecideOn(request.state, request.asker?.id ?? null, by);
    if (may !== 'yes') return err(may);
    await markDecided(tx, id, { state: decision, by, at: ctx.now, note: checked });
    const entry = { action: `research.package_${decision}`, subject: id, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${by}`, ...entry });
    return ok(null);
  });
}
