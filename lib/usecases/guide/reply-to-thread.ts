import type { ThreadId } from '#lib/domain/basics/ids.ts';
import { err, ok, type Result } from '#lib/domain/basics/result.ts';
import { isUuid } from '#lib/domain/basics/typed.ts';
import { readMessage } from '#lib/domain/guidance/message.ts';
import type { PayloadOf } from '#lib/domain/pathway/transition.ts';
import { openText, sealText, unwrapForStaff } from '#lib/gateways/thread-keys.ts';
import { appendAudit } from '#lib/store/audit.ts';
import type { Tx } from '#lib/store/client.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import {
  appendMessage,
  findKeywrap,
  findPathwayOfThread,
  getThread,
  listMessages,
  markThreadAnswered,
  type Thread,
} from '#lib/store/threads.ts';
import { takeTurn } from '#lib/store/turns.ts';
import { mailAnswer } from '#lib/usecases/answer-mail.ts';
import type { StaffContext } from '#lib/usecases/context.ts';

export type ReplyRefused =
  | 'empty'
  | 'too_long'
  | 'closed'
  /** The person deleted everything. */
  | 'gone'
  /** Somebody wrote in it since the page was drawn. */
  | 'changed';

export interface Reply {
  readonly id: string;
  readonly text: string;
  /** How many messages were on the page. */
  readonly seen: number;
}

/** Answers a thread: the sealed text, the end of the wait, the recorded step and the audit row together. */
export async function replyToThread(
  ctx: StaffContext<'inbox:reply'>,
  { id, text, seen }: Reply,
): Promise<Result<null, ReplyRefused>> {
  if (!isUuid(id)) return err('gone');
  const message = readMessage(text);
  if (!message.ok) return err(message.error);
  const threadId = id as ThreadId;
  return ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, `thread ${id}`);
    const opened = await openForReply(tx, ctx, threadId);
    if (opened === null) return err('gone');
    const { thread, key } = opened;
    const messages = await listMessages(tx, threadId);
    const later = messages.filter(({ author }, place) => place >= seen && author === 'staff');
    // The same post again, or the same words sent by a colleague: they are there already.
    if (later.some(({ sealed }) => openText(key, threadId, sealed) === message.value)) {
      return ok(null);
    }
    if (thread.state === 'closed') return err('closed');
    if (messages.length !== seen) return err('changed');
    const sealed = sealText(key, threadId, message.value);
    await appendMessage(tx, {
      threadId,
      author: 'staff',
      staffId: ctx.actor.id,
      sealed,
      key: ctx.key,
    });
    await mailAnswer(tx, ctx, { thread, key, text: message.value });
    if (thread.state === 'open') await recordAnswer(tx, ctx, thread);
    await appendAudit(tx, {
      actor: `staff:${ctx.actor.id}`,
      action: 'thread.answered',
      subject: id,
      detail: { messages: messages.length + 1 },
    });
    return ok(null);
  });
}

async function openForReply(tx: Tx, ctx: StaffContext, id: ThreadId) {
  const thread = await getThread(tx, id);
  const wrapped = thread && (await findKeywrap(tx, id, 'staff'));
  const key = wrapped && unwrapForStaff(ctx.secrets, id, wrapped);
  return thread && key ? { thread, key } : null;
}

async function recordAnswer(tx: Tx, ctx: StaffContext, thread: Thread): Promise<void> {
  await markThreadAnswered(tx, thread.id);
  const pathwayId = await findPathwayOfThread(tx, thread.id);
  if (!pathwayId) return;
  const hours = hoursWaited(ctx.now - (thread.openedAt ?? ctx.now));
  await recordSteps(tx, { id: pathwayId, key: ctx.key, today: ctx.today }, () => [
    { step: 'guidance.answered', origin: 'staff', policyHash: null, payload: { hours } },
  ]);
}

const HOUR_MS = 3_600_000;

function hoursWaited(ms: number): PayloadOf<'guidance.answered'>['hours'] {
  if (ms < 25 * HOUR_MS) return '0-24';
  return ms < 73 * HOUR_MS ? '25-72' : '73+';
}
