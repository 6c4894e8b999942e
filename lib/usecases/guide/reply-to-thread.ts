import type { Instant } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { type AnswerStep, storedStep } from '#lib/domain/guidance/answer-step.ts';
import { type DraftContent, type StepProblem, stepOf } from '#lib/domain/guidance/draft.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import { sealText } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { isMessage } from '#lib/store/guidance/answers.ts';
import { findDraft, removeDraft } from '#lib/store/guidance/drafts.ts';
import { findPending, insertPending } from '#lib/store/guidance/pending.ts';
import { listPresent, putPresence } from '#lib/store/guidance/presence.ts';
import { listMessages } from '#lib/store/threads.ts';
import { readStepChoices } from '#lib/usecases/answer-choices.ts';
import type { StaffContext } from '#lib/usecases/context.ts';
import { keepDraft } from '#lib/usecases/keep-draft.ts';
import { type StaffThread, takeStaffThread } from '#lib/usecases/staff-thread.ts';

/** So long a reply can be taken back. */
export const UNDO_MS = 30_000;

export type ReplyRefused =
  | { readonly kind: 'empty' | 'too_long' | 'closed' }
  /** The person deleted everything. */
  | { readonly kind: 'gone' }
  /** Somebody wrote in it since the page was drawn. */
  | { readonly kind: 'changed' }
  /** A reply is on its way already. */
  | { readonly kind: 'held' }
  /** A colleague is writing one now. */
  | { readonly kind: 'replying' }
  | { readonly kind: 'step'; readonly step: StepProblem };

export interface Reply {
  readonly id: string;
  readonly draft: DraftContent;
  /** How many messages were on the page. */
  readonly seen: number;
  /** Although a colleague is writing one. */
  readonly override: boolean;
}

type Refusal = Result<null, ReplyRefused>;
const refused = (kind: Exclude<ReplyRefused['kind'], 'step'>): Refusal => err({ kind });

/**
 * Holds a reply for half a minute, in which it can be taken back; lib/usecases/settle-replies.ts then lets it go.
 * What was written is kept as a draft first, so that nothing is lost where it is refused.
 */
export async function replyToThread(
  ctx: StaffContext<'inbox:reply'>,
  reply: Reply,
): Promise<Refusal> {
  return ctx.db.$transaction(async (tx) => {
    const opened = await takeStaffThread(tx, ctx, reply.id);
    if (opened === null) return refused('gone');
    if (await wasSent(tx, ctx, opened)) return ok(null);
    const { thread } = opened;
    const { draft, seen } = reply;
    await keepDraft(tx, ctx, opened, { draft, seen });
    const text = readMessage(draft.text);
    if (!text.ok) return refused(text.error);
    const choices = await readStepChoices(tx, ctx, thread.tier);
    const step = stepOf(draft, choices);
    const why = await whyNot(tx, ctx, opened, reply);
    if (why !== null) return refused(why);
    if (!step.ok) return err({ kind: 'step', step: step.error });
    await hold(tx, ctx, opened, { text: text.value, step: step.value, seen });
    return ok(null);
  });
}

/** The same post again, while it is held, after it went out, or after it was taken back. */
async function wasSent(tx: Tx, ctx: StaffContext, { thread }: StaffThread): Promise<boolean> {
  const pending = await findPending(tx, thread.id);
  if (pending?.key === ctx.key || (await isMessage(tx, thread.id, ctx.key))) return true;
  return (await findDraft(tx, thread.id, ctx.actor.id))?.takenBack === ctx.key;
}

async function whyNot(
  tx: Tx,
  { actor, now }: StaffContext,
  { thread }: StaffThread,
  { seen, override }: Reply,
): Promise<'closed' | 'changed' | 'held' | 'replying' | null> {
  if (thread.state === 'closed') return 'closed';
  if (await findPending(tx, thread.id)) return 'held';
  if ((await listMessages(tx, thread.id)).length !== seen) return 'changed';
  const present = await listPresent(tx, { threadIds: [thread.id], but: actor.id, now });
  const isOther = (present.get(thread.id) ?? []).some(({ replying }) => replying);
  return isOther && !override ? 'replying' : null;
}

async function hold(
  tx: Tx,
  ctx: StaffContext,
  { thread, key }: StaffThread,
  reply: { readonly text: string; readonly step: AnswerStep; readonly seen: number },
): Promise<void> {
  const by = { threadId: thread.id, staffId: ctx.actor.id };
  const draft = await findDraft(tx, thread.id, ctx.actor.id);
  await insertPending(tx, {
    ...by,
    ...storedStep(reply.step),
    sealed: sealText(key, thread.id, reply.text),
    seen: reply.seen,
    dueAt: (ctx.now + UNDO_MS) as Instant,
    checkedBy: draft?.givenBack === true ? draft.asked : null,
    key: ctx.key,
  });
  await removeDraft(tx, thread.id, ctx.actor.id);
  await putPresence(tx, { ...by, now: ctx.now, replying: false });
  const entry = { actor: `staff:${ctx.actor.id}`, action: 'thread.held' } as const;
  await appendAudit(tx, { ...entry, subject: thread.id, detail: { step: reply.step.kind } });
}
