import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { HASH } from '#lib/domain/basics/typed.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import {
  appendActivation,
  appendApproval,
  findLivePolicy,
  findPolicyVersion,
  type PolicyVersion,
} from '#lib/store/policies.ts';
import { takeTurn } from '#lib/store/turns.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ApproveRefused =
  | 'no_note'
  | 'too_long'
  | 'gone'
  /** Only somebody other than the author may; the database refuses it too. */
  | 'own'
  /** Somebody was faster, or it was returned. */
  | 'decided'
  /** Another policy went live after the page was drawn: what would change is no longer what was read. */
  | 'moved';

const LONGEST_NOTE = 900;
export interface Approval {
  readonly hash: string;
  /** The live version that the page compared it with. */
  readonly live: string | null;
  /** What the second clinician checked. */
  readonly note: string;
}

/**
 * A second clinician approves a version and it goes live: the next screening is routed by it, and
 * pathways under way keep the placement they were given.
 */
export async function approvePolicy(
  ctx: StaffContext<'policy:approve'>,
  { hash, live, note }: Approval,
): Promise<Result<null, ApproveRefused>> {
  if (!HASH.test(hash)) return err('gone');
  const checked = note.trim();
  if (checked === '') return err('no_note');
  if (checked.length > LONGEST_NOTE) return err('too_long');
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, 'policy');
    const version = await findPolicyVersion(tx, hash);
    if (!version) return err('gone');
    if (version.author?.id === ctx.actor.id) return err('own');
    if (isDoneBy(version, ctx.actor.id)) return ok(null);
    if (version.state !== 'proposed') return err('decided');
    const now = (await findLivePolicy(tx))?.hash ?? null;
    if (now !== live) return err('moved');
    const [staffId, at] = [ctx.actor.id, ctx.now];
    await appendApproval(tx, { hash, staffId, decision: 'approved', note: checked, at });
    await appendActivation(tx, { hash, staffId, at });
    await audit(tx, ctx, hash, now);
    return ok(null);
  });
}

/** The same post again: it is live because of this very person. */
function isDoneBy({ state, activations }: PolicyVersion, id: string): boolean {
  return state === 'live' && activations.at(-1)?.by?.id === id;
}

async function audit(tx: Tx, ctx: StaffContext, hash: string, before: string | null) {
  const entry = { actor: `staff:${ctx.actor.id}`, subject: hash };
  await appendAudit(tx, { ...entry, action: 'policy.approved', detail: {} });
  await appendAudit(tx, { ...entry, action: 'policy.activated', detail: { before } });
}
