import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { mayDecide } from '#lib/domain/routing/review/approval.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  appendApproval,
  findPolicyVersion,
  findPublished,
  type PolicyVersion,
} from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { requireFresh } from '#lib/usecases/fresh.ts';

export type ApproveRefused =
  | 'no_note'
  | 'too_long'
  | 'gone'
  /** Only somebody without a hand in it may; the database refuses it too. */
  | 'own'
  /** Somebody was faster, or it was returned or taken back. */
  | 'decided'
  /** Another policy was published after the page was drawn: what would change is no longer what was read. */
  | 'moved';

const LONGEST_NOTE = 900;

export interface Approval {
  readonly hash: string;
  /** The version that the page compared it with. */
  readonly live: string | null;
  /** What the second clinician checked. */
  readonly note: string;
}

/** A second clinician approves a version. It can be published from then on, and does nothing before. */
export async function approvePolicy(
  ctx: StaffContext<'policy:approve'>,
  { hash, live, note }: Approval,
): Promise<Result<null, ApproveRefused>> {
  requireFresh(ctx);
  if (!HASH.test(hash)) return err('gone');
  const checked = note.trim();
  if (checked === '') return err('no_note');
  if (checked.length > LONGEST_NOTE) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const version = await findPolicyVersion(tx, hash);
    if (!version) return err('gone');
    const staffId = ctx.actor.id;
    if (isDoneBy(version, staffId)) return ok(null);
    const may = mayDecide(version.review, version.state, staffId);
    if (may !== 'yes') return refuse(tx, ctx, hash, may);
    if ((await findPublished(tx)).latest !== live) return err('moved');
    await appendApproval(tx, { hash, staffId, decision: 'approved', note: checked, at: ctx.now });
    const entry = { action: 'policy.approved', subject: hash, detail: {} } as const;
    await appendAudit(tx, { actor: `staff:${staffId}`, ...entry });
    return ok(null);
  });
}

/** The same post again: it is approved because of this very person. */
function isDoneBy({ state, decisions }: PolicyVersion, id: string): boolean {
  return state === 'approved' && decisions.at(-1)?.staff?.id === id;
}

/** An attempt on one's own work leaves a trace. */
async function refuse<R extends ApproveRefused>(
  tx: Tx,
  ctx: StaffContext,
  hash: string,
  reason: R,
): Promise<Result<never, R>> {
  if (reason === 'own') {
    const entry = { action: 'policy.refused', subject: hash, detail: { reason } } as const;
    await appendAudit(tx, { actor: `staff:${ctx.actor.id}`, ...entry });
  }
  return err(reason);
}
