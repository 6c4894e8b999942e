import type { Instant } from '#lib/domain/basics/ids.ts';
import type { MailEnd, MailKind } from '#lib/domain/guidance/mail.ts';
import { hasUnreadAnswer } from '#lib/domain/pathway/unread.ts';
import { openText, unwrapForVisitor } from '#lib/gateways/thread-keys.ts';
import { listTransitions } from '#lib/store/pathways.ts';
import { recordSteps } from '#lib/store/record-steps.ts';
import { findKeywrap, findThreadOf, listMessages } from '#lib/store/threads.ts';
import { mailState } from '#lib/usecases/answer-mail.ts';
import type { VisitorContext } from '#lib/usecases/context.ts';

export interface OwnThread {
  readonly messages: readonly { readonly from: 'visitor' | 'staff'; readonly text: string }[];
  readonly state: 'open' | 'answered' | 'closed';
  /** While an answer is owed: when it was promised. */
  readonly promisedAt: Instant | null;
  /** What is sent by e-mail, or why nothing is any more; null: nothing is. */
  readonly mail: MailKind | MailEnd | null;
}

/**
 * The person's own thread, opened with the key of their return code; null where there is none.
 * `mark` records the first look at each answer.
 */
export async function readGuidance(
  ctx: Omit<VisitorContext, 'key'>,
  mark: boolean,
): Promise<OwnThread | null> {
  const { recordKey, pathwayId } = ctx.session;
  if (recordKey === null) return null;
  const thread = await findThreadOf(ctx.db, pathwayId);
  const wrapped = thread && (await findKeywrap(ctx.db, thread.id, 'visitor'));
  const key = thread && wrapped && unwrapForVisitor(recordKey, thread.id, wrapped);
  if (!thread || !key) return null;
  const messages = (await listMessages(ctx.db, thread.id)).map(({ author, sealed }) => ({
    from: author,
    text: openText(key, thread.id, sealed) ?? '',
  }));
  if (mark && messages.at(-1)?.from === 'staff') {
    const read = { step: 'guidance.read', origin: 'user', policyHash: null, payload: {} } as const;
    await recordSteps(ctx.db, { id: pathwayId, key: null, today: ctx.today }, async () =>
      hasUnreadAnswer(await listTransitions(ctx.db, pathwayId)) ? [read] : [],
    );
  }
  const mail = await mailState(ctx.db, { thread, key });
  return { messages, state: thread.state, promisedAt: thread.promisedAt, mail };
}
